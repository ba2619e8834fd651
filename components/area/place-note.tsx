import type { Area } from "@/domain/area";
import type { PriceLevel } from "@/domain/price-level";

type Props = {
  /** What the page shows: of it the place alone is spoken of. */
  comparison: { area: Area };
  priceLevel: PriceLevel | undefined;
  /** Whether pay after prices was asked for. */
  isReal: boolean;
};

/** What a choice of place and prices changes on the page, and what it does not. Nothing where neither was chosen. */
export function PlaceNote({ comparison: { area }, priceLevel, isReal }: Props) {
  const isNation = area.kind === "nation";
  if (isNation && !isReal) return null;
  return (
    <p className="notice" role="status">
      {!isNation && (
        <>
          Pay and jobs are those of {area.name}. What is published for the nation alone is marked “United
          States”.{" "}
        </>
      )}
      {priceLevel && (
        <>
          Pay is divided by the price level there, {priceLevel.level}% of the nation’s (
          {priceLevel.source.name}, {priceLevel.vintage}), so it says what the pay buys at average prices.
        </>
      )}
      {isReal && isNation && (
        <>
          Pay is not adjusted: prices in a place are measured by those of the whole nation. Choose a place to
          adjust for its prices.
        </>
      )}
      {isReal && !isNation && !priceLevel && (
        <>No price level is published for {area.name}, so its pay stands as published.</>
      )}
    </p>
  );
}
