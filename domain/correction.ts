import { z } from "zod";
import { dollars, figureText, money, nullReasonText, sentenceCase } from "./amount";
import { emptyFigure, type Figure, hasValue } from "./figure";
import { carriedText, formOf, line, lines } from "./form-field";
import { heldEducationLevels, isMeasureKey, type MeasureKey, measureOf } from "./measure";
import type { PayYear } from "./pay-history";
import { CORRECTION } from "./profile";
import { mostCommonEducation } from "./schooling";
import type { PlacePay } from "./wage";

/**
 * What editors say against imported figures and roles: how a standing correction is laid over what was
 * imported, and what may be written. Imported rows are never changed, so that a revert brings them back whole.
 */

/** A correction as it is kept: of one measure, of a SOC or O*NET-SOC code or the slug of a title, in one area. */
export type Correction = {
  id: string;
  subject: string;
  measure: MeasureKey;
  area: string;
  action: "correct" | "revert";
  value: number | null;
  low: number | null;
  high: number | null;
  text: string | null;
  source: string;
  sourceUrl: string;
  vintage: string;
  reason: string;
};

/** The corrections that stand, found by `correctionKey`. */
export type Standing = ReadonlyMap<string, Correction>;

export const correctionKey = (subject: string, measure: MeasureKey, area: string): string =>
  `${subject} ${measure} ${area}`;

/** Of rows in the order they were written, the newest of each subject, measure and area; none where that one is a revert. */
export function standingOf(rows: readonly Correction[]): Standing {
  const standing = new Map<string, Correction>();
  for (const row of rows) {
    const key = correctionKey(row.subject, row.measure, row.area);
    if (row.action === "revert") standing.delete(key);
    else standing.set(key, row);
  }
  return standing;
}

/** The figure that readers see in place of the imported one, which its note names; `imported` is undefined for one added to a title. */
export function correctedFigure(imported: Figure | undefined, correction: Correction): Figure {
  const { measure, area, value, low, high, text, source, sourceUrl, vintage, reason } = correction;
  return {
    ...emptyFigure(
      measure,
      { source: { id: CORRECTION, name: source, release: vintage, url: sourceUrl }, vintage },
      area,
    ),
    value: text ?? value,
    low,
    high,
    ...(text !== null && value !== null ? { share: value } : {}),
    method: "corrected",
    note: `${imported ? importedWords(imported) : "Added by an editor"}. Reason: ${reason}`,
  };
}

const shortNames: Record<string, string> = { oews: "OEWS", cps: "CPS", onet: "O*NET" };

/** "Imported: $50,290, OEWS, May 2025" */
function importedWords(figure: Figure): string {
  const { source, vintage, nullReason, measure } = figure;
  const reason = nullReasonText(nullReason ?? "not_published", measure).replace(/^Not available:? ?/, "");
  const value = hasValue(figure) ? figureText(figure) : `no value (${reason})`;
  return `Imported: ${[value, shortNames[source.id] ?? source.name, vintage || source.release].filter(Boolean).join(", ")}`;
}

/**
 * Official figures with the corrections that stand, and the figures that are made from corrected ones made
 * anew: the pay range, the share of men, the most common schooling. `subjectOf` gives the code whose figure
 * an imported one is. Without a correction the very list comes back.
 */
export function withCorrections(
  imported: Figure[],
  standing: Standing,
  subjectOf: (figure: Figure) => string,
): Figure[] {
  const figures = imported.map((figure) => {
    const correction = standing.get(correctionKey(subjectOf(figure), figure.measure, figure.area));
    return correction ? correctedFigure(figure, correction) : figure;
  });
  if (figures.every((figure, i) => figure === imported[i])) return imported;
  return withHeldEducation(figures).map((figure) => {
    if (figure.measure === "annual_wage_range") return rangeFrom(figure, figures);
    if (figure.measure === "men_share") return menFrom(figure, figures);
    return figure;
  });
}

const find = (figures: readonly Figure[], measure: MeasureKey) =>
  figures.find((figure) => figure.measure === measure);
const isCorrected = (figure: Figure | undefined) => figure?.method === "corrected";

/** A figure made from others, one of which is corrected: it has that one's source. */
function followed(imported: Figure, from: Figure, value: Partial<Figure>, how: string): Figure {
  const { source, vintage } = from;
  return {
    ...emptyFigure(imported.measure, { source, vintage }, imported.area),
    ...value,
    method: "corrected",
    note: `${how}. ${importedWords(imported)}`,
  };
}

function rangeFrom(range: Figure, figures: readonly Figure[]): Figure {
  const [p10, p90] = [find(figures, "annual_wage_p10"), find(figures, "annual_wage_p90")];
  const from = [p10, p90].find(isCorrected);
  if (!from || typeof p10?.value !== "number" || typeof p90?.value !== "number") return range;
  return followed(
    range,
    from,
    { low: p10.value, high: p90.value },
    "From the 10th and 90th percentiles, one or both of them corrected",
  );
}

function menFrom(men: Figure, figures: readonly Figure[]): Figure {
  const women = find(figures, "women_share");
  if (!women || !isCorrected(women) || typeof women.value !== "number") return men;
  // Without the dust of binary fractions.
  const value = Math.round((100 - women.value) * 1e6) / 1e6;
  return followed(men, women, { value }, "100 minus the corrected share of women");
}

function withHeldEducation(figures: Figure[]): Figure[] {
  if (!figures.some((figure) => figure.measure.startsWith("education_held_") && isCorrected(figure)))
    return figures;
  const common = mostCommonEducation(figures).map(
    (figure): Figure => (figure.source.id === CORRECTION ? { ...figure, method: "corrected" } : figure),
  );
  return [...figures.filter(({ measure }) => measure !== "most_common_education"), ...common];
}

/** Title-level figures with the corrections that stand of the title; what has no imported figure is added at the end. */
export function withTitleCorrections(imported: Figure[], standing: Standing, slug: string): Figure[] {
  const own = [...standing.values()].filter(({ subject }) => subject === slug);
  const figures = imported.map((figure) => {
    const correction = own.find(({ measure }) => measure === figure.measure);
    return correction ? correctedFigure(figure, correction) : figure;
  });
  const added = own.filter(({ measure }) => !find(imported, measure));
  return [...figures, ...added.map((correction) => correctedFigure(undefined, correction))];
}

/** Places with their corrected medians and jobs, before they are ranked. */
export function correctedPlaces(
  places: PlacePay[],
  standing: Standing,
  soc: string,
  isHourly: boolean,
): PlacePay[] {
  const correctedValue = (measure: MeasureKey, area: string) =>
    standing.get(correctionKey(soc, measure, area))?.value;
  return places.map((place) => ({
    ...place,
    ...(isHourly
      ? { hourlyMedian: correctedValue("hourly_wage_median", place.area) ?? place.hourlyMedian }
      : { annualMedian: correctedValue("annual_wage_median", place.area) ?? place.annualMedian }),
    employment: correctedValue("employment", place.area) ?? place.employment,
  }));
}

/** The nation's years with a corrected median in the newest: corrections are of the figures that pages show now. */
export function correctedYears(years: PayYear[], standing: Standing, soc: string): PayYear[] {
  const corrected = standing.get(correctionKey(soc, "annual_wage_median", "US"))?.value;
  if (corrected == null) return years;
  return years.map((year, i) =>
    i === years.length - 1 ? { ...year, annualMedian: corrected, topCode: null, nullReason: null } : year,
  );
}

/** What editors wrote of a role; null stands for what was imported. */
export type RoleEdit = {
  summary: string | null;
  duties: string[] | null;
  titles: string[] | null;
  soc: string | null;
};
type EditableRole = {
  soc: string | null;
  onetSoc: string | null;
  summary: string | null;
  duties: string[] | null;
};

/** A role as readers see it. An O*NET profile named for it goes with the occupation it was named under. */
export function editedRole<R extends EditableRole>(
  role: R,
  edit: RoleEdit | undefined,
): R & { titles: string[] } {
  const soc = edit?.soc ?? role.soc;
  return {
    ...role,
    soc,
    onetSoc: soc === role.soc ? role.onetSoc : null,
    summary: edit?.summary ?? role.summary,
    duties: edit?.duties ?? role.duties,
    titles: edit?.titles ?? [],
  };
}

/** What an editor's page and the log keep of a figure, so that a later import can be set against it. */
export type Snapshot = {
  value: number | string | null;
  low: number | null;
  high: number | null;
  /** As readers saw it. */
  text: string;
  source: string;
  release: string;
};

export function snapshotOf(figure: Figure): Snapshot {
  const { value, low, high, source } = figure;
  return { value, low, high, text: figureText(figure), source: source.name, release: source.release };
}

/** A figure on the editor's page: as readers see it, with what was imported and who corrected it. */
export type DeskFigure = {
  figure: Figure;
  imported: Figure | undefined;
  correction: StandingCorrection | undefined;
  /** Why the correction should be looked at again. */
  review: string | undefined;
};
export type StandingCorrection = Correction & { at: Date | undefined; by: string };

/** One thing that an editor did. */
export type HistoryEntry = {
  id: string;
  at: Date;
  by: string;
  verb: string;
  reason: string;
  measure: MeasureKey | null;
  area: string | null;
  /** Named parts of what stood before and after, in words; only those that changed. */
  changes: { part: string; before: string; after: string }[];
};

/** Why a correction should be looked at again: what was imported is no longer what it was made against. Undefined while it is. */
export function reviewReason(then: Snapshot | null, now: Snapshot | null): string | undefined {
  if (!now)
    return then
      ? "The newest release no longer has this figure, so the correction does not show."
      : undefined;
  if (!then) return `A source now gives ${now.text} (${now.source}, ${now.release}).`;
  const same = then.value === now.value && then.low === now.low && then.high === now.high;
  if (same && then.release === now.release) return undefined;
  const since = `${now.text} (${now.release})`;
  return same
    ? `A newer release gives the same value as before: ${since}.`
    : `The imported value was ${then.text} (${then.release}) when this was corrected, and is now ${since}.`;
}

/** The publishers' words for levels; an editor's correction uses no others, as sentences are made from them. */
export const knownLevels: Readonly<Record<MeasureKey, readonly string[]>> = {
  entry_education: [
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
  ],
  work_experience_required: ["None", "Less than 5 years", "5 years or more"],
  on_the_job_training: [
    "None",
    "Short-term on-the-job training",
    "Moderate-term on-the-job training",
    "Long-term on-the-job training",
    "Internship/residency",
    "Apprenticeship",
  ],
  most_common_education: heldEducationLevels.map(([, name]) => sentenceCase(name)),
};

/** Official figures that follow others, or are counted here: why they are not corrected themselves. */
const followers: Readonly<Record<MeasureKey, string>> = {
  annual_wage_range: "The pay range follows the 10th and 90th percentiles. Correct those.",
  men_share: "The share of men is 100 minus the share of women. Correct that.",
  most_common_education: "The most common schooling is the largest of the seven shares held. Correct those.",
  best_paying_state:
    "The best-paying state follows the median pay of each state. Correct that, in that place.",
  best_paying_metro:
    "The best-paying metro area follows the median pay of each. Correct that, in that place.",
  best_paying_industry: "The best-paying industry follows the pay of sectors, which is not corrected here.",
};

/** Whose figure is corrected: the official one of the occupation, or that of the title alone. */
const levels = ["official", "title"] as const;
export type Level = (typeof levels)[number];

/** Why a measure cannot be corrected at a level; undefined where it can. */
export function whyNotCorrected(measure: MeasureKey, level: Level): string | undefined {
  if (measure === "open_postings") return "Postings on this site are counted, and not corrected.";
  if (measure === "no_degree_share") return "The share follows the shares of schooling held. Correct those.";
  return level === "official" ? followers[measure] : undefined;
}

const needed = (what: string, max: number) =>
  line(max).refine((text) => text !== "", { error: `Enter ${what}.`, abort: true });

/** Why, in words that stand in one line of a note. */
const reason = lines(500)
  .transform((text) => text.replace(/\s+/g, " "))
  .refine((text) => text !== "", "Enter the reason.");

function isWebAddress(text: string): boolean {
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}

export const CorrectFigure = formOf({
  role: carriedText,
  level: z.enum(levels, "Open the page again."),
  measure: z.string("Choose a measure.").refine(isMeasureKey, "Choose a measure."),
  area: carriedText,
  value: line(120),
  low: line(120),
  high: line(120),
  text: line(120),
  source: needed("the source", 120),
  sourceUrl: needed("the address of the source", 500).refine(
    isWebAddress,
    "Enter an address that begins with https:// or http://.",
  ),
  vintage: needed("the year or month that the figure is of", 40),
  reason,
});

export const RevertFigure = formOf({ role: carriedText, correction: carriedText, reason });

/** One thing a line, each once, without empty lines. */
const list = (most: number, longest: number) =>
  lines(most * (longest + 2))
    .transform((text) => [
      ...new Set(
        text
          .split("\n")
          .map((part) => part.replace(/\s+/g, " ").trim())
          .filter((part) => part !== ""),
      ),
    ])
    .refine((parts) => parts.length <= most, `Enter ${most} lines or fewer.`)
    .refine(
      (parts) => parts.every((part) => part.length <= longest),
      `Enter lines of ${longest} characters or fewer.`,
    );

export const EditRole = formOf({
  role: carriedText,
  summary: lines(2000).transform((text) => text.replace(/\s+/g, " ")),
  duties: list(100, 300),
  titles: list(50, 100),
  soc: line(20).refine((code) => /^(\d\d-\d{4})?$/.test(code), "Enter a SOC code, such as 29-2099."),
  reason,
});

export const RevertRole = formOf({ role: carriedText, reason });

/** What is typed of a figure: text as it came, empty where nothing is. */
export type Typed = { value: string; low: string; high: string; text: string };
export type Entry = { value: number | null; low: number | null; high: number | null; text: string | null };
export type Fault = { field: keyof Typed; message: string };

/** A number as people write it: "$50,290", "5.2%", "−4"; undefined for anything else. */
export function readNumber(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replace("\u2212", "-")
    .replace(/^(-?)\s*\$\s*/, "$1")
    .replace(/\s*%$/, "");
  return /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain) ? Number(plain.replaceAll(",", "")) : undefined;
}

const LARGEST_PAY = 10_000_000;
const LARGEST_COUNT = 1_000_000_000;

/** What a number of each kind may be; the words say what to enter. */
const numberRules: Record<string, { holds(value: number): boolean; message: string }> = {
  money: {
    holds: (value) => value > 0 && value <= LARGEST_PAY,
    message: `Enter an amount above $0, and no more than ${dollars(LARGEST_PAY)}.`,
  },
  share: { holds: (value) => value >= 0 && value <= 100, message: "Enter a share from 0 to 100." },
  count: {
    holds: (value) => Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT,
    message: "Enter a whole number, 0 or above.",
  },
  change: {
    holds: (value) => value >= -100 && value <= 1000,
    message: "Enter a change from −100 to 1,000 percent.",
  },
  age: { holds: (value) => value >= 14 && value <= 100, message: "Enter an age from 14 to 100." },
  duration: { holds: (value) => value >= 0 && value <= 60, message: "Enter years from 0 to 60." },
  level: {
    holds: (value) => Number.isInteger(value) && value >= 1 && value <= 5,
    message: "Enter a whole number from 1 to 5.",
  },
};

/** Which boxes a measure takes: a text from a list or in free words, two ends, or a number; a title's money and years may have ends in its place. */
export function boxesOf(measure: MeasureKey, level: Level): (keyof Typed)[] {
  const { kind } = measureOf(measure);
  if (kind === "text") return level === "title" ? ["text", "value"] : ["text"];
  if (kind === "range") return ["low", "high"];
  return kind === "duration" || (kind === "money" && level === "title")
    ? ["value", "low", "high"]
    : ["value"];
}

/** What was typed of a figure, checked by the kind of its measure; or what is wrong with it, in words. */
export function readEntry(measure: MeasureKey, level: Level, typed: Typed): Entry | Fault {
  const { kind, unit } = measureOf(measure);
  const boxes = boxesOf(measure, level);
  const names = ["text", "value", "low", "high"] as const;
  for (const field of names)
    if (typed[field] !== "" && !boxes.includes(field))
      return { field: boxes[0] ?? "value", message: "This measure takes no such value. Leave it out." };
  if (kind === "text") return readText(measure, typed);
  const rule = numberRules[kind === "range" ? "money" : kind];
  const numbers: Record<string, number | null> = { value: null, low: null, high: null };
  for (const field of ["value", "low", "high"] as const) {
    if (typed[field] === "") continue;
    const number = readNumber(typed[field]);
    if (number === undefined) return { field, message: `Enter a number of ${unit}, such as 50,290 or 5.2.` };
    if (!rule?.holds(number)) return { field, message: rule?.message ?? "Enter another number." };
    numbers[field] = number;
  }
  const { value = null, low = null, high = null } = numbers;
  if (value !== null && (low !== null || high !== null))
    return { field: "value", message: "Enter either a value, or a low and a high end." };
  if (value !== null) return { value, low, high, text: null };
  if (!boxes.includes("low")) return { field: "value", message: "Enter the value." };
  if (low === null)
    return {
      field: boxes[0] ?? "low",
      message: boxes[0] === "value" ? "Enter the value, or both ends." : "Enter the low end.",
    };
  if (high === null) return { field: "high", message: "Enter the high end." };
  if (low >= high) return { field: "low", message: "Enter a low end that is below the high end." };
  return { value, low, high, text: null };
}

function readText(measure: MeasureKey, typed: Typed): Entry | Fault {
  const known = knownLevels[measure];
  if (typed.text === "") return { field: "text", message: known ? "Choose a level." : "Enter the text." };
  if (known && !known.includes(typed.text))
    return { field: "text", message: `Choose one of: ${known.join("; ")}.` };
  const share = typed.value === "" ? null : readNumber(typed.value);
  if (share === undefined || (share !== null && !numberRules.share?.holds(share)))
    return { field: "value", message: "Enter the share from 0 to 100, or nothing." };
  return { value: share, low: null, high: null, text: typed.text };
}

const percentileOrder = ["p10", "p25", "median", "p75", "p90"];

/**
 * What would not fit together were `figures` shown as they are, as far as `measure` takes part: pay in order
 * from the 10th to the 90th percentile, and openings a year within the jobs expected. Undefined where all fits.
 */
export function misfit(figures: readonly Figure[], measure: MeasureKey): string | undefined {
  const [, period, percentile = ""] = /^(annual|hourly)_wage_(.+)$/.exec(measure) ?? [];
  const place = percentileOrder.indexOf(percentile);
  const amountOf = (key: MeasureKey) => {
    const value = find(figures, key)?.value;
    return typeof value === "number" ? value : undefined;
  };
  const own = amountOf(measure);
  if (own === undefined) return undefined;
  if (place >= 0)
    for (const [i, other] of percentileOrder.entries()) {
      const key = `${period}_wage_${other}`;
      const amount = amountOf(key);
      if (amount === undefined || i === place) continue;
      const [low, high] = i < place ? [amount, own] : [own, amount];
      if (low > high)
        return `Pay must rise from the 10th to the 90th percentile: ${figureName(measure)} would be ${money(own, measureOf(measure).unit)}, and ${figureName(key)} is ${money(amount, measureOf(key).unit)}.`;
    }
  const [openings, jobs] = [amountOf("openings_per_year"), amountOf("projected_employment")];
  if (
    /^(openings_per_year|projected_employment)$/.test(measure) &&
    openings !== undefined &&
    jobs !== undefined
  )
    if (openings > jobs) return "Openings a year would exceed the jobs expected.";
  return undefined;
}

/** The label of a measure inside a sentence: "pay at the 10th percentile". */
const figureName = (measure: MeasureKey) =>
  measureOf(measure)
    .label.replace(/, an? (year|hour)$/, "")
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
