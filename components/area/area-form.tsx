import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Area, areaAddress, NATION } from "@/domain/area";
import type { PlaceAnswer } from "@/domain/area-search";
import { PlaceChoice } from "./place-choice";

type Props = {
  /** The address of the page, without parameters. */
  action: string;
  /** The area that the page shows. */
  area: Area;
  /** Whether its pay is adjusted for prices there. */
  isAdjusted: boolean;
  /** Whether a price level is published for it. The nation has none and needs none. */
  hasPriceLevel: boolean;
  /** The other parameters of the page, by name, without `place`, `area` and `real`: the form and its links keep them. */
  others?: Readonly<Record<string, string>>;
  /** A place that was typed and is not one area, with what was found for it. */
  unanswered?: { typed: string; answer: Exclude<PlaceAnswer, { area: Area }> };
};

/**
 * Asks which place a page is to show, by name or ZIP code, and whether to adjust its pay for prices. It sends
 * `place`, which goes before the `area` sent beside it, and `real`.
 */
export function AreaForm({ action, area, isAdjusted, hasPriceLevel, others = {}, unanswered }: Props) {
  const isNation = area.code === NATION.code;
  const found = unanswered?.answer;
  const isUnknown = found !== undefined && "near" in found;
  const addressOf = (place: Area) => areaAddress(action, others, place, isAdjusted);
  return (
    <search aria-label="Place">
      <form className="form" method="get" action={action}>
        {Object.entries(others).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {/* The area shown stays when the place is left empty. */}
        {!isNation && <input type="hidden" name="area" value={area.code} />}
        <Field
          id="place"
          name="place"
          label="Place: state, metro area or ZIP"
          hint="Such as Ohio, “Oakland, CA”, Cook County or 94612"
          defaultValue={unanswered?.typed}
          suggest="areas"
          error={
            isUnknown
              ? `No place called “${unanswered?.typed}” is known here. Check how it is spelled, or try its state.`
              : undefined
          }
        />
        {found && "choices" in found && (
          <PlaceChoice title="Which place do you mean?" found={found.choices} addressOf={addressOf} />
        )}
        {isUnknown && found.near.length > 0 && (
          <PlaceChoice title="Did you mean one of these?" found={found.near} addressOf={addressOf} />
        )}
        {isNation || hasPriceLevel ? (
          <PriceChoice isAdjusted={isAdjusted} />
        ) : (
          <p className="small">
            No price level is published for {area.name}, so its pay cannot be adjusted for prices.
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button>Show</Button>
          {!isNation && (
            <a className="inline-block min-h-6" href={areaAddress(action, others, NATION, false)}>
              Back to the United States
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

function PriceChoice({ isAdjusted }: { isAdjusted: boolean }) {
  return (
    <div className="field">
      <label className="flex min-h-11 items-center gap-2">
        <input
          className="size-5 flex-none accent-act"
          type="checkbox"
          name="real"
          value="1"
          defaultChecked={isAdjusted}
          aria-describedby="real-hint"
        />
        Adjust pay for prices there
      </label>
      <span id="real-hint" className="small">
        Shows what the pay buys at the average prices of the nation.
      </span>
    </div>
  );
}
