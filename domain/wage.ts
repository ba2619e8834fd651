import { dollars } from "./amount";
import type { IndustryWage, PlaceWage } from "./profile";

/** Fewest jobs for a place, and for a sector, to be ranked by pay. */
export const PLACE_FLOOR = 100;
export const SECTOR_FLOOR = 500;

/** Pay of one occupation in a place, in dollars. Work that is paid by the hour alone has the hourly median and no annual one; all other work the annual one and no hourly one. */
export type PlacePay = {
  area: string;
  name: string;
  annualMedian: number | null;
  hourlyMedian: number | null;
  employment: number | null;
};

/** Places of one occupation with enough jobs by median, best first; ties by jobs, then by code. */
export function rankedPlaces(places: readonly PlacePay[]): PlaceWage[] {
  return places
    .flatMap(({ area, name, annualMedian, hourlyMedian, employment }): PlaceWage[] => {
      const value = annualMedian ?? hourlyMedian;
      const unit = annualMedian === null ? "dollars an hour" : "dollars a year";
      return value !== null && employment !== null && employment >= PLACE_FLOOR
        ? [{ area, name, value, unit, employment }]
        : [];
    })
    .sort((a, b) => b.value - a.value || b.employment - a.employment || (a.area < b.area ? -1 : 1));
}

export type SectorPay = {
  naics: string;
  annualMedian: number | null;
  annualMean: number | null;
  employment: number | null;
  topCode: number | null;
};

/**
 * Sectors with enough jobs by annual median in dollars, best first. A top-coded median ("at least")
 * ranks above any number; top-coded ones among themselves by mean.
 */
export function rankedSectors(sectors: readonly SectorPay[]): IndustryWage[] {
  return sectors
    .filter(
      ({ employment, annualMedian, topCode }) =>
        (employment ?? 0) >= SECTOR_FLOOR && (annualMedian ?? topCode) !== null,
    )
    .sort(
      (a, b) =>
        Number(b.topCode !== null) - Number(a.topCode !== null) ||
        (b.annualMedian ?? 0) - (a.annualMedian ?? 0) ||
        (b.annualMean ?? 0) - (a.annualMean ?? 0) ||
        (b.employment ?? 0) - (a.employment ?? 0),
    )
    .map(({ naics, annualMedian, employment, topCode }) => ({
      naics,
      name: sectorNames[naics] ?? naics,
      value: annualMedian ?? topCode ?? 0,
      employment: employment ?? 0,
      atLeast: topCode !== null,
    }));
}

/** How far apart two annual medians are, in words; one group's figure is no gap, and a missing one says nothing. */
export function medianGap(a: number | null, b: number | null, sameGroup: boolean): string {
  if (sameGroup) return "one group, one figure";
  return a === null || b === null ? "" : `${dollars(Math.abs(a - b))} apart`;
}

/** NAICS sectors as the OEWS file codes them: 31, 44 and 48 stand for 31-33, 44-45 and 48-49; 99 is government without schools and hospitals. */
const sectorNames: Record<string, string> = {
  "11": "Agriculture, forestry, fishing and hunting",
  "21": "Mining, quarrying, and oil and gas extraction",
  "22": "Utilities",
  "23": "Construction",
  "31": "Manufacturing",
  "42": "Wholesale trade",
  "44": "Retail trade",
  "48": "Transportation and warehousing",
  "51": "Information",
  "52": "Finance and insurance",
  "53": "Real estate, rental and leasing",
  "54": "Professional, scientific and technical services",
  "55": "Management of companies",
  "56": "Administrative, support and waste services",
  "61": "Educational services",
  "62": "Health care and social assistance",
  "71": "Arts, entertainment and recreation",
  "72": "Accommodation and food services",
  "81": "Other services",
  "99": "Government, without schools and hospitals",
};
