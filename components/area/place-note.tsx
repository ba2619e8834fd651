import type { Comparison } from "@/domain/comparison";
import type { PriceLevel } from "@/domain/price-level";

type Props = {
  comparison: Comparison;
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
          Pay is divided by what prices are there, {priceLevel.level}% of the nation’s (
          {priceLevel.source.name}, {priceLevel.vintage}), so that it says what it buys at average prices.
        </>
      )}
      {isReal && isNation && (
        <>Pay is not adjusted: the prices of the whole nation are what those of a place are measured by.</>
      )}
      {isReal && !isNation && !priceLevel && (
        <>No price level is published for {area.name}, so its pay stands as published.</>
      )}
    </p>
  );
}
