import { FigureOrigin } from "@/components/ui/figure-value";
import { Section } from "@/components/ui/section";
import { figureText, sentenceCase } from "@/domain/amount";
import { type Area, areaAddress } from "@/domain/area";
import { figureAddress, tracedName } from "@/domain/figure-trace";
import { measureOf } from "@/domain/measure";
import { largerAreaText, offerAfterPrices, offerSentences } from "@/domain/offer";
import { medianFigureOf, medianMeaning } from "@/domain/pay-market";
import type { Offer } from "@/domain/pay-percentile";
import type { PriceLevel } from "@/domain/price-level";
import type { Profile } from "@/domain/profile";
import { RelatedPay } from "./related-pay";

type Props = {
  offer: Offer;
  market: Pick<Profile, "role" | "area" | "figures" | "occupation">;
  asked: Area;
  priceLevel: PriceLevel | undefined;
  related: Parameters<typeof RelatedPay>[0]["related"];
};

/** Where an offer stands, what related careers pay there, and what it buys. */
export function OfferAnswer({ offer, market, asked, priceLevel, related }: Props) {
  const { role, area, occupation } = market;
  const median = medianFigureOf(market);
  const larger = largerAreaText(asked, area);
  return (
    <>
      <Section id="stands" title="Where it stands" note={`${area.name}, before tax`}>
        {larger && <p>{larger}</p>}
        {role.kind === "title" && occupation && (
          <p>
            Pay is published for occupations. {sentenceCase(role.plural)} are counted under {occupation.title}
            .
          </p>
        )}
        {offerSentences(market, offer).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {median && (
          <>
            <p>{medianMeaning({ role, area })}</p>
            <FigureOrigin
              figure={median}
              area={area}
              of={`these figures, with the median of ${figureText(median)}`}
              row={figureAddress({
                of: [tracedName(role, occupation)],
                measure: median.measure,
                area: median.area,
                isReal: false,
              })}
            />
          </>
        )}
        <p>
          <a href={areaAddress(`/careers/${role.slug}`, {}, area, false)}>
            {sentenceCase(role.plural)}: pay by place, outlook, and how to get in
          </a>
        </p>
      </Section>
      <Section id="prices" title="After prices" note="What the pay buys there">
        <p>
          {priceLevel
            ? offerAfterPrices(offer, priceLevel)
            : asked.kind === "nation"
              ? "Choose a place to see what the pay buys at its prices."
              : `No price level is published for ${asked.name}, so the pay stands as it is.`}
        </p>
      </Section>
      <Section
        id="related"
        title="Related careers"
        note={median ? measureOf(median.measure).label : undefined}
      >
        {related.length > 0 ? (
          <RelatedPay related={related} area={area} />
        ) : (
          <p>No related career with a published median is known there.</p>
        )}
      </Section>
    </>
  );
}
