import type { Figure, FigureOrigin } from "./figure";
import { measureOf } from "./measure";
import type { PlacePay } from "./wage";

/** What goods, services and rents cost in an area: `level` in percent of the nation's (all items). */
export type PriceLevel = { area: string; name: string; level: number } & FigureOrigin;

/** By area code. The nation has none: its level is what the others are measured by. */
export type PriceLevels = ReadonlyMap<string, PriceLevel>;

/** Pay divided by the price level, half a dollar rounded up, cents for pay by the hour. */
export const atNationalPrices = (amount: number, level: number, isHourly: boolean): number =>
  isHourly ? Math.round((amount / level) * 10_000) / 100 : Math.round((amount / level) * 100);

/** Dollars a year as they stand after prices: as they are where no level is given. */
export const payAfterPrices = (amount: number, level: PriceLevel | undefined): number =>
  level ? atNationalPrices(amount, level.level, false) : amount;

/** A figure of pay as it stands after prices in its area; any other figure, and one of an area without a level, as it is. */
export function adjustedFigure(figure: Figure, levels: PriceLevels): Figure {
  const { kind } = measureOf(figure.measure);
  const level = levels.get(figure.area);
  if (!level || (kind !== "money" && kind !== "range")) return figure;
  const adjust = (amount: number | null) =>
    amount === null ? null : atNationalPrices(amount, level.level, figure.unit === "dollars an hour");
  const how = `Divided by the price level of ${level.name}, ${level.level}% of the nation’s (${level.source.name}, ${level.vintage})`;
  return {
    ...figure,
    value: typeof figure.value === "number" ? adjust(figure.value) : figure.value,
    low: adjust(figure.low),
    high: adjust(figure.high),
    standardError: adjust(figure.standardError),
    method: "derived",
    note: figure.note ? `${figure.note}. ${how}` : how,
  };
}

/** Places with pay after prices, without those that have no level. */
export const adjustedPlaces = (places: readonly PlacePay[], levels: PriceLevels): PlacePay[] =>
  places.flatMap((place) => {
    const level = levels.get(place.area)?.level;
    if (level === undefined) return [];
    const adjust = (amount: number | null, isHourly: boolean) =>
      amount === null ? null : atNationalPrices(amount, level, isHourly);
    return [
      {
        ...place,
        annualMedian: adjust(place.annualMedian, false),
        hourlyMedian: adjust(place.hourlyMedian, true),
      },
    ];
  });
