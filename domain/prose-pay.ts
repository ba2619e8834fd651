import {
  differencePercent,
  figureText,
  money,
  nullReasonText,
  partPercent,
  perUnit,
  sentenceCase,
} from "./amount";
import { placePhrase } from "./area";
import { type Figure, hasValue } from "./figure";
import type { MeasureKey } from "./measure";
import type { Profile } from "./profile";
import { groupName, opened, type Pair, type PairRow, type Sentence } from "./prose-pair";

/** Who earns more at the median, and by how much; or why nothing of it can be said. */
export function paySentence(pair: Pair): Sentence | undefined {
  const measure = pair.decidingPay ?? "annual_wage_median";
  const row = pair.row(measure);
  if (!row) return undefined;
  const say = (text: string): Sentence => ({ about: [measure], text });
  const { a, b, relation } = row;
  const [nameA, nameB] = [pair.a.role.plural, pair.b.role.plural];
  const unit = perUnit(a.unit);
  const start = (text: string) => opened(pair.comparison, a, text);
  switch (relation.relation) {
    case "both_missing":
      return bothMissing(pair, measure, row);
    case "identical_inherited":
      return say(
        `Official figures cannot tell ${nameA} from ${nameB}. Both are counted in one group, ${groupTitle(pair)}. ${start("the median pay")} of this group is ${figureText(a)} ${unit}.`,
      );
    case "identical":
      return say(
        pair.alone
          ? `${start("both careers have the same median pay")}: ${figureText(a)} ${unit}.`
          : `${start(nameA)} have the same median pay as ${nameB}: ${figureText(a)} ${unit}.`,
      );
    case "about_equal":
      return say(
        `${start("median pay is about the same")}: ${figureText(a)} ${unit} for ${nameA} and ${figureText(b)} ${unit} for ${nameB}.`,
      );
    case "a_higher":
      return higherPay(pair, measure, [pair.a, a], [pair.b, b]);
    case "b_higher":
      return higherPay(pair, measure, [pair.b, b], [pair.a, a]);
    case "no_common_unit":
      return say(
        `${start("median pay is")} ${figureText(a)} ${unit} for ${nameA} and ${figureText(b)} for ${nameB}. The source does not say how much more, so the two cannot be ranked.`,
      );
    default:
      return oneSided(pair, measure, row);
  }
}

type Party = readonly [profile: Profile, figure: Figure];

function higherPay(pair: Pair, measure: MeasureKey, [high, more]: Party, [low, less]: Party): Sentence {
  const difference = pair.row(measure)?.relation.difference;
  const unit = perUnit(more.unit);
  if (!difference || difference.percent === null)
    return {
      about: [measure],
      text: `${opened(pair.comparison, more, high.role.plural)} have the higher median pay: ${figureText(more)} ${unit}, against ${figureText(less)} for ${low.role.plural}.`,
    };
  const text = `${opened(pair.comparison, more, high.role.plural)} earn ${money(difference.absolute, more.unit)} more ${unit}. Their median pay is ${figureText(more)}. That is ${differencePercent(difference.percent)} more than the ${figureText(less)} of ${low.role.plural}.`;
  const hourly = measure === "annual_wage_median" ? pair.row("hourly_wage_median")?.relation : undefined;
  // As published by the hour, never made from the year: the two can rank a near pair otherwise, and then the table tells.
  if (!hourly?.difference || hourly.relation !== pair.row(measure)?.relation.relation)
    return { about: [measure], text };
  return {
    about: [measure, "hourly_wage_median"],
    text: `${text} By the hour they earn ${money(hourly.difference.absolute, "dollars an hour")} more.`,
  };
}

/** One has the figure and the other not; or each has pay in a unit the other lacks, and nothing is converted. */
function oneSided(pair: Pair, measure: MeasureKey, row: PairRow): Sentence {
  const hasA = hasValue(row.a);
  const [has, figure, lacks, missing] = hasA
    ? [pair.a, row.a, pair.b, row.b]
    : [pair.b, row.b, pair.a, row.a];
  const start = `${opened(pair.comparison, figure, "median pay is")} ${figureText(figure)} ${perUnit(figure.unit)} for ${has.role.plural}`;
  const hourly = pair.row("hourly_wage_median");
  const instead = measure === "annual_wage_median" ? hourly?.[hasA ? "b" : "a"] : undefined;
  if (instead && hasValue(instead))
    return {
      about: [measure, "hourly_wage_median"],
      text: `${start} and ${figureText(instead)} an hour for ${lacks.role.plural}. The two have no unit in common.`,
    };
  const larger = largerArea(pair, measure, [hasA ? pair.places.b : pair.places.a]);
  return {
    about: [measure],
    text: `${start}. For ${lacks.role.plural} there is no such figure (${reasonOf(missing)}).${larger}`,
  };
}

/** Said only where a larger area has what this one lacks: the tables say the rest. */
function bothMissing(pair: Pair, measure: MeasureKey, row: PairRow): Sentence | undefined {
  const larger = largerArea(pair, measure, [pair.places.a, pair.places.b]);
  if (pair.group)
    return {
      about: [measure],
      text: `Official figures cannot tell ${pair.a.role.plural} from ${pair.b.role.plural}. Both are counted in one group, ${groupTitle(pair)}.${larger}`,
    };
  if (!larger) return undefined;
  const [a, b] = [`${pair.a.role.plural} (${reasonOf(row.a)})`, `${pair.b.role.plural} (${reasonOf(row.b)})`];
  return {
    about: [measure],
    text: `${opened(pair.comparison, row.a, `no median pay is published for ${a} or for ${b}`)}.${larger}`,
  };
}

/** What larger areas publish for roles that lack the figure here, each with its own place; empty where nothing was handed in. */
function largerArea({ comparison }: Pair, measure: MeasureKey, places: number[]): string {
  const found = (comparison.fallbacks ?? []).filter(
    (fallback) => fallback.measure === measure && places.includes(fallback.role),
  );
  return found
    .map(({ role, figure, area }) => {
      const name = comparison.roles[role]?.role.plural ?? "";
      return ` ${sentenceCase(placePhrase(area))} the median pay for ${name} is ${figureText(figure)} ${perUnit(figure.unit)}.`;
    })
    .join("");
}

/** Why a figure is missing, as it stands in brackets. */
export const reasonOf = ({ nullReason, measure }: Figure) =>
  nullReasonText(nullReason ?? "not_published", measure).replace(/^Not available:? ?/, "");

/** The official title of the group that both are counted in. */
function groupTitle({ a }: Pair): string {
  const group = a.occupation?.mergedInto ?? a.occupation;
  return group ? groupName(group.title) : "";
}

/**
 * What the mean adds to the median: that it ranks the two oppositely, by the year or by the hour; or that it
 * parts two whose medians are about the same, by more than the published errors let chance do.
 */
export function meanSentence(pair: Pair): Sentence | undefined {
  for (const period of ["annual", "hourly"] as const) {
    const [median, mean] = [pair.row(`${period}_wage_median`), pair.row(`${period}_wage_mean`)];
    const order = [median?.relation.relation, mean?.relation.relation].join();
    if (!mean || (order !== "a_higher,b_higher" && order !== "b_higher,a_higher")) continue;
    const [high, more, low, less] = ranked(pair, mean);
    return {
      about: [`${period}_wage_mean`, `${period}_wage_median`],
      text: `${opened(pair.comparison, more, "by the mean the order turns round")}: ${figureText(more)} ${perUnit(more.unit)} for ${high.role.plural} and ${figureText(less)} for ${low.role.plural}.`,
    };
  }
  return certainMeanSentence(pair);
}

function certainMeanSentence(pair: Pair): Sentence | undefined {
  const period = pair.decidingPay === "hourly_wage_median" ? "hourly" : "annual";
  const [median, mean] = [pair.row(`${period}_wage_median`), pair.row(`${period}_wage_mean`)];
  if (!mean || !["about_equal", "identical"].includes(median?.relation.relation ?? "")) return undefined;
  if (!["a_higher", "b_higher"].includes(mean.relation.relation) || !isBeyondChance(mean)) return undefined;
  const [high, more, low, less] = ranked(pair, mean);
  return {
    about: [`${period}_wage_mean`, `${period}_wage_median`],
    text: `${opened(pair.comparison, more, "the mean is")} higher for ${high.role.plural}: ${figureText(more)} ${perUnit(more.unit)}, against ${figureText(less)} for ${low.role.plural}. Chance alone would give so wide a gap less than one time in twenty, if the two are taken as independent.`,
  };
}

/** The higher of the two first. */
const ranked = (pair: Pair, { a, b, relation }: PairRow) =>
  relation.relation === "a_higher" ? ([pair.a, a, pair.b, b] as const) : ([pair.b, b, pair.a, a] as const);

/** Whether two estimates differ by more than 1.96 standard errors of their difference, taken as independent: chance does that less than once in twenty times. */
function isBeyondChance({ a, b }: PairRow): boolean {
  if (typeof a.value !== "number" || typeof b.value !== "number") return false;
  if (a.standardError === null || b.standardError === null) return false;
  return Math.abs(a.value - b.value) > 1.96 * Math.hypot(a.standardError, b.standardError);
}

/** How far the pay of the middle eight in ten overlaps. */
export function rangeSentence(pair: Pair): Sentence | undefined {
  const row = pair.row("annual_wage_range");
  if (!row?.relation.overlap || row.relation.relation === "identical_inherited") return undefined;
  const { absolute, share } = row.relation.overlap;
  const say = (text: string): Sentence => ({ about: ["annual_wage_range"], text });
  if (row.relation.relation === "identical")
    return say(
      `${opened(pair.comparison, row.a, "eight in ten")} earn ${figureText(row.a)} a year in both careers.`,
    );
  const [nameA, nameB] = [pair.a.role.plural, pair.b.role.plural];
  const ranges = `${opened(pair.comparison, row.a, `eight in ten ${nameA}`)} earn ${figureText(row.a)} a year. Eight in ten ${nameB} earn ${figureText(row.b)}.`;
  if (absolute === 0) return say(`${ranges} So the two ranges do not overlap.`);
  if (share === 100) {
    const [narrower, wider] = width(row.a) < width(row.b) ? [nameA, nameB] : [nameB, nameA];
    return say(`${ranges} The range of ${narrower} lies wholly within that of ${wider}.`);
  }
  return say(
    `${ranges} The two ranges share ${money(absolute, "dollars a year")}, or ${partPercent(share)} of the narrower one.`,
  );
}

const width = ({ low, high }: Figure) => (high ?? 0) - (low ?? 0);

/** That neither pay nor jobs nor a projection is published for either of two, and why where that is known. */
export function nothingSentence(pair: Pair): Sentence | undefined {
  const about = [
    "annual_wage_median",
    "annual_wage_range",
    "hourly_wage_median",
    "employment",
    "projected_change_percent",
  ];
  const isNothing = about.every((measure) => {
    const row = pair.row(measure);
    return !row || row.relation.relation === "both_missing";
  });
  if (!isNothing) return undefined;
  const areMilitary = [pair.a, pair.b].every(({ occupation }) => occupation?.soc.startsWith("55-"));
  const why = areMilitary ? " The official counts leave out the armed forces." : "";
  return {
    about,
    text: `No pay, jobs or projection is published for ${pair.a.role.plural} or for ${pair.b.role.plural}.${why}`,
  };
}
