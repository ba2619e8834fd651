import { FigureValue } from "@/components/ui/figure-value";
import { Section } from "@/components/ui/section";
import { sentenceCase } from "@/domain/amount";
import { rowAddress } from "@/domain/figure-trace";
import { measureOf } from "@/domain/measure";
import { medianFigureOf, medianMeaning, payInMarket } from "@/domain/pay-market";
import type { Offer } from "@/domain/posting-view";
import type { Profile } from "@/domain/profile";

/** What an offer means in the market: where it stands among the official figures of its occupation, with their source. */
export function PayMarket({ pay, market }: { pay: Offer | null; market: Profile }) {
  const median = medianFigureOf(market);
  return (
    <Section id="market" title="What this pay means" note={`${market.area.name}, before tax`}>
      <div className="grid max-w-[46rem] gap-2">
        {payInMarket(pay, market).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {median ? (
          <>
            <p>{medianMeaning(market)}</p>
            <div>
              {measureOf(median.measure).label}, of {market.role.plural}:{" "}
              <FigureValue figure={median} row={rowAddress([market], median)} />
            </div>
          </>
        ) : (
          <p>No median pay is published for {market.role.plural}, so that this pay cannot be placed.</p>
        )}
      </div>
      <p>
        <a href={`/careers/${market.role.slug}`}>
          {sentenceCase(market.role.plural)}: pay by place, outlook, and how to get in
        </a>
      </p>
    </Section>
  );
}
