import {
  count,
  differencePercent,
  figureText,
  listed,
  money,
  nullReasonText,
  partPercent,
  percent,
  perUnit,
  sentenceCase,
} from "./amount";
import {
  type Comparison,
  decidingPay,
  overlapOfRatings,
  type Row,
  type RowRelation,
  rowFor,
} from "./comparison";
import { type Figure, hasValue } from "./figure";
import { type MeasureKey, measureOf } from "./measure";
import { figureOf, type Profile } from "./profile";
import { heldPhrase, schoolingPhrase } from "./schooling";

/** One whole sentence, and the measures whose rows it was read from. */
export type Sentence = { about: MeasureKey[]; text: string };

/**
 * What a comparison says in words. Each sentence is a whole message chosen by the relation of its row
 * and filled with that row's own figures; none is glued from parts, so that each could be translated.
 * A row that both lack gives no sentence; a row that one lacks names what there is and why the other
 * is missing. With three or four roles each further role is set against the first, in the three
 * sentences that decide; the tables say the rest.
 */
export function sentencesOf(comparison: Comparison): Sentence[] {
  const sentences = comparison.roles.slice(1).flatMap((_, i) => {
    const pair = pairOf(comparison, i + 1);
    const deciding = [paySentence(pair), growthSentence(pair), entrySentence(pair)];
    if (comparison.roles.length > 2) return deciding;
    const [pay, growth, entry] = deciding;
    return [
      pay,
      meanSentence(pair),
      rangeSentence(pair),
      growth,
      openingsSentence(pair),
      entry,
      heldSentence(pair),
      skillsSentence(pair),
    ];
  });
  return sentences.flatMap((sentence) => sentence ?? []);
}

/** The title of the pay picture: what it shows, and no more. By the year; by the hour where only that is published. */
export function payFinding(comparison: Comparison): string {
  const byYear = rangesOf(comparison, "annual_wage_p10", "annual_wage_p90");
  const shown = byYear.length > 0 ? byYear : rangesOf(comparison, "hourly_wage_p10", "hourly_wage_p90");
  const unit = byYear.length > 0 ? "dollars a year" : "dollars an hour";
  const per = byYear.length > 0 ? "" : " an hour";
  const [a, b] = shown;
  if (!a) return "No pay range is published for these careers";
  const group = groupOf(comparison);
  if (group && shown.length === comparison.roles.length)
    return `One group, one range: eight in ten earn ${money(a.low, unit)} to ${money(a.high, unit)} ${perUnit(unit)}`;
  if (!b || shown.length > 2)
    return shown
      .map(
        ({ role, low, high }) =>
          `${sentenceCase(role.role.plural)}: eight in ten earn ${money(low, unit)} to ${money(high, unit)}${per}`,
      )
      .join("; ");
  const [lower, upper] = a.low <= b.low ? [a, b] : [b, a];
  return `Nine in ten ${lower.role.role.plural} earn under ${money(lower.high, unit)}${per}; nine in ten ${upper.role.role.plural} earn over ${money(upper.low, unit)}${per}`;
}

/** The roles whose range has both ends as published, in their order. */
function rangesOf(comparison: Comparison, lowest: MeasureKey, highest: MeasureKey) {
  return comparison.roles.flatMap((role) => {
    const [low, high] = [figureOf(role, lowest)?.value, figureOf(role, highest)?.value];
    return typeof low === "number" && typeof high === "number" ? [{ role, low, high }] : [];
  });
}

/** The words that stand under the higher of two figures: "$51,620 more (112%)"; empty where the relation needs none. */
export function rowNote(row: Row, relation: RowRelation | undefined): string {
  if (!relation) return "";
  if (relation.relation === "about_equal") return "about the same";
  if (relation.relation === "identical") return "the same";
  if (relation.relation !== "a_higher" && relation.relation !== "b_higher") return "";
  const { difference } = relation;
  const unit = row.cells[0]?.figure.unit ?? "";
  if (!difference) return "higher";
  const amount = unit.startsWith("dollars")
    ? money(difference.absolute, unit)
    : unit === "percent"
      ? `${percent(difference.absolute).replace("%", "")} ${difference.absolute === 1 ? "point" : "points"}`
      : count(difference.absolute);
  const { kind } = measureOf(row.measure);
  if (kind === "level") return "higher";
  if (kind === "age") return `${Math.round(difference.absolute * 10) / 10} years older`;
  const words = `${amount} more`;
  return difference.percent === null ? words : `${words} (${differencePercent(difference.percent)})`;
}

/** The published group that all roles are counted under, when it is one; undefined otherwise. */
export function groupOf(comparison: Comparison): { soc: string; title: string } | undefined {
  const groups = comparison.roles.map((role) => role.occupation?.mergedInto ?? role.occupation ?? undefined);
  const [first] = groups;
  return first && groups.every((group) => group?.soc === first.soc) ? first : undefined;
}

type Pair = {
  a: Profile;
  b: Profile;
  /** The group that both are counted in, as a sentence names it; empty where they are counted apart. */
  group: string;
  /** Both names where one thing is said of both. */
  both: string;
  row(measure: MeasureKey): PairRow | undefined;
  decidingPay: MeasureKey | undefined;
};
type PairRow = { a: Figure; b: Figure; relation: RowRelation };

function pairOf(comparison: Comparison, other: number): Pair {
  const [a, b] = [comparison.roles[0] as Profile, comparison.roles[other] as Profile];
  const group = groupOf({ ...comparison, roles: [a, b] });
  const [nameA, nameB] = [a.role.plural, b.role.plural];
  return {
    a,
    b,
    // With two roles the first sentence has named the group; with more, each has to.
    group: group
      ? comparison.roles.length === 2
        ? "this group"
        : `the group ${groupName(group.title)}`
      : "",
    // "both cooks and bakers"; a name that is a list itself needs a stronger joint.
    both: /,| (and|or) /.test(nameA + nameB) ? `${nameA} as well as ${nameB}` : `both ${nameA} and ${nameB}`,
    decidingPay: decidingPay(comparison, other),
    row(measure) {
      const row = rowFor(comparison, measure);
      const [figureA, figureB] = [row?.cells[0]?.figure, row?.cells[other]?.figure];
      const relation = row?.relations[other - 1];
      return figureA && figureB && relation ? { a: figureA, b: figureB, relation } : undefined;
    },
  };
}

function paySentence(pair: Pair): Sentence | undefined {
  const measure = pair.decidingPay ?? "annual_wage_median";
  const row = pair.row(measure);
  if (!row) return undefined;
  const say = (text: string): Sentence => ({ about: [measure], text });
  const { a, b, relation } = row;
  const unit = perUnit(a.unit);
  const place = a.area === "US" ? "" : " here";
  switch (relation.relation) {
    case "both_missing":
      return undefined;
    case "identical_inherited":
      return say(
        `Official figures cannot tell ${pair.a.role.plural} from ${pair.b.role.plural}: they are counted as one group, ${groupTitle(pair)}, where the median pay${place} is ${figureText(a)} ${unit}.`,
      );
    case "identical":
      return say(`The median pay${place} is the same for ${pair.both}: ${figureText(a)} ${unit}.`);
    case "about_equal":
      return say(
        `Median pay${place} is about the same: ${figureText(a)} ${unit} for ${pair.a.role.plural} and ${figureText(b)} ${unit} for ${pair.b.role.plural}.`,
      );
    case "a_higher":
      return say(higherPay(pair.a, a, pair.b, b, relation, place));
    case "b_higher":
      return say(higherPay(pair.b, b, pair.a, a, relation, place));
    default:
      return oneSided(pair, measure, row);
  }
}

function higherPay(
  high: Profile,
  highFigure: Figure,
  low: Profile,
  lowFigure: Figure,
  relation: RowRelation,
  place: string,
): string {
  const unit = perUnit(highFigure.unit);
  const difference = relation.difference;
  if (!difference || difference.percent === null)
    return `${sentenceCase(high.role.plural)} have the higher median pay${place}: ${figureText(highFigure)} ${unit}, against ${figureText(lowFigure)} for ${low.role.plural}.`;
  return `${sentenceCase(high.role.plural)} earn ${money(difference.absolute, highFigure.unit)} more ${unit}: their median pay${place} is ${figureText(highFigure)}, which is ${differencePercent(difference.percent)} more than the ${figureText(lowFigure)} of ${low.role.plural}.`;
}

/** One has the figure and the other not; or each has pay in a unit the other lacks, and nothing is converted. */
function oneSided(pair: Pair, measure: MeasureKey, row: PairRow): Sentence | undefined {
  const [has, figure, lacks, missing] = hasValue(row.a)
    ? [pair.a, row.a, pair.b, row.b]
    : [pair.b, row.b, pair.a, row.a];
  const hourly = pair.row("hourly_wage_median");
  const instead =
    measure === "annual_wage_median" && hourly ? (lacks === pair.a ? hourly.a : hourly.b) : undefined;
  if (instead && hasValue(instead))
    return {
      about: [measure, "hourly_wage_median"],
      text: `Their pay has no unit in common: the median is ${figureText(figure)} a year for ${has.role.plural} and ${figureText(instead)} an hour for ${lacks.role.plural}.`,
    };
  return {
    about: [measure],
    text: `Median pay is ${figureText(figure)} ${perUnit(figure.unit)} for ${has.role.plural}; for ${lacks.role.plural} there is no such figure (${reasonOf(missing)}).`,
  };
}

/** Why a figure is missing, as it stands in brackets. */
const reasonOf = ({ nullReason, measure }: Figure) =>
  nullReasonText(nullReason ?? "not_published", measure).replace(/^Not available:? ?/, "");

/** Mean and median can rank a pair oppositely; then both are said. */
function meanSentence(pair: Pair): Sentence | undefined {
  const [median, mean] = [pair.row("annual_wage_median"), pair.row("annual_wage_mean")];
  const opposite =
    (median?.relation.relation === "a_higher" && mean?.relation.relation === "b_higher") ||
    (median?.relation.relation === "b_higher" && mean?.relation.relation === "a_higher");
  if (!mean || !opposite) return undefined;
  const [high, highFigure, low, lowFigure] =
    mean.relation.relation === "a_higher"
      ? [pair.a, mean.a, pair.b, mean.b]
      : [pair.b, mean.b, pair.a, mean.a];
  return {
    about: ["annual_wage_mean", "annual_wage_median"],
    text: `By the mean the order turns round: ${figureText(highFigure)} a year for ${high.role.plural} and ${figureText(lowFigure)} for ${low.role.plural}.`,
  };
}

function rangeSentence(pair: Pair): Sentence | undefined {
  const row = pair.row("annual_wage_range");
  if (!row?.relation.overlap || row.relation.relation === "identical_inherited") return undefined;
  const { absolute, share } = row.relation.overlap;
  const say = (text: string): Sentence => ({ about: ["annual_wage_range"], text });
  if (row.relation.relation === "identical")
    return say(`Eight in ten earn ${figureText(row.a)} a year among ${pair.both}.`);
  const ranges = `Eight in ten ${pair.a.role.plural} earn ${figureText(row.a)} a year, and eight in ten ${pair.b.role.plural} earn ${figureText(row.b)}`;
  if (absolute === 0) return say(`${ranges}: the two ranges do not overlap.`);
  if (share === 100) {
    const [narrower, wider] = width(row.a) < width(row.b) ? [pair.a, pair.b] : [pair.b, pair.a];
    return say(
      `${ranges}: the range of ${narrower.role.plural} lies wholly within that of ${wider.role.plural}.`,
    );
  }
  return say(
    `${ranges}: the two ranges share ${money(absolute, "dollars a year")}, or ${partPercent(share)} of the narrower one.`,
  );
}

const width = ({ low, high }: Figure) => (high ?? 0) - (low ?? 0);

/** Change in jobs of all occupations over the window of the projections (BLS, table 1.2). */
const ALL_OCCUPATIONS = "against a rise of 3.1% for all occupations";

function growthSentence(pair: Pair): Sentence | undefined {
  const measure = "projected_change_percent";
  const row = pair.row(measure);
  if (!row) return undefined;
  const { relation } = row.relation;
  const say = (text: string): Sentence => ({ about: [measure], text });
  const [a, b] = [row.a.value, row.b.value];
  if (typeof a !== "number" || typeof b !== "number") {
    if (relation === "both_missing") return undefined;
    const [has, value, lacks] = typeof a === "number" ? [pair.a, a, pair.b] : [pair.b, Number(b), pair.a];
    return say(
      `From 2024 to 2034 jobs for ${has.role.plural} are projected to ${change(value)}, ${ALL_OCCUPATIONS}; for ${lacks.role.plural} there is no projection.`,
    );
  }
  if (relation === "identical_inherited")
    return say(`From 2024 to 2034 jobs in ${pair.group} are projected to ${change(a)}, ${ALL_OCCUPATIONS}.`);
  if (relation === "identical")
    return say(`From 2024 to 2034 jobs for ${pair.both} are projected to ${change(a)}, ${ALL_OCCUPATIONS}.`);
  if (relation === "about_equal")
    return say(
      `From 2024 to 2034 the change in jobs is projected to be about the same: jobs for ${pair.a.role.plural} ${change(a)} and jobs for ${pair.b.role.plural} ${change(b)}, ${ALL_OCCUPATIONS}.`,
    );
  const [high, low] =
    a > b
      ? [
          { of: pair.a, value: a },
          { of: pair.b, value: b },
        ]
      : [
          { of: pair.b, value: b },
          { of: pair.a, value: a },
        ];
  if (low.value > 0)
    return say(
      `From 2024 to 2034 jobs for ${high.of.role.plural} are projected to grow faster, by ${percent(high.value)}, than jobs for ${low.of.role.plural}, by ${percent(low.value)}, ${ALL_OCCUPATIONS}.`,
    );
  if (high.value < 0)
    return say(
      `From 2024 to 2034 jobs for ${low.of.role.plural} are projected to shrink faster, by ${percent(-low.value)}, than jobs for ${high.of.role.plural}, by ${percent(-high.value)}, ${ALL_OCCUPATIONS}.`,
    );
  return say(
    `From 2024 to 2034 jobs for ${high.of.role.plural} are projected to ${change(high.value)} while jobs for ${low.of.role.plural} ${change(low.value)}, ${ALL_OCCUPATIONS}.`,
  );
}

/** "grow by 5.2%", "shrink by 4%", "stay level" */
const change = (value: number) =>
  value > 0 ? `grow by ${percent(value)}` : value < 0 ? `shrink by ${percent(-value)}` : "stay level";

function openingsSentence(pair: Pair): Sentence | undefined {
  const measure = "openings_per_year";
  const row = pair.row(measure);
  // The source prints hundreds, so that its 0 means fewer than 50 and cannot be said as none.
  if (!row || row.a.value === 0 || row.b.value === 0) return undefined;
  const say = (text: string): Sentence => ({ about: [measure], text });
  switch (row.relation.relation) {
    case "identical_inherited":
      return say(`About ${figureText(row.a)} openings a year are expected in ${pair.group}.`);
    case "identical":
      return say(`About ${figureText(row.a)} openings a year are expected each for ${pair.both}.`);
    case "a_higher":
      return say(moreOpenings(pair.a, row.a, pair.b, row.b));
    case "b_higher":
      return say(moreOpenings(pair.b, row.b, pair.a, row.a));
    default:
      return undefined;
  }
}

const moreOpenings = (high: Profile, highFigure: Figure, low: Profile, lowFigure: Figure) =>
  `More openings are expected for ${high.role.plural}: about ${figureText(highFigure)} a year, against ${figureText(lowFigure)} for ${low.role.plural}.`;

function entrySentence(pair: Pair): Sentence | undefined {
  const measure = "entry_education";
  const row = pair.row(measure);
  if (!row) return undefined;
  const [a, b] = [row.a.value, row.b.value].map((value) =>
    typeof value === "string" ? schoolingPhrase(value) : undefined,
  );
  const say = (text: string): Sentence => ({ about: [measure], text });
  if (a && b) {
    if (row.relation.relation === "identical_inherited")
      return say(`To start in ${pair.group} people usually need ${a}.`);
    if (a === b) return say(`To start, ${pair.both} usually need ${a}.`);
    return say(
      `To start, ${pair.a.role.plural} usually need ${a}, and ${pair.b.role.plural} usually need ${b}.`,
    );
  }
  if (a === undefined && b === undefined) return undefined;
  const [has, need, lacks, missing] = a ? [pair.a, a, pair.b, row.b] : [pair.b, b, pair.a, row.a];
  return say(
    `To start, ${has.role.plural} usually need ${need}; for ${lacks.role.plural} there is no such figure (${reasonOf(missing)}).`,
  );
}

/** What people hold: never mixed with what is required, so it is a sentence of its own. */
function heldSentence(pair: Pair): Sentence | undefined {
  const measure = "most_common_education";
  const row = pair.row(measure);
  if (!row || !hasValue(row.a) || !hasValue(row.b)) return undefined;
  const say = (text: string): Sentence => ({ about: [measure], text });
  const [shareA, shareB] = [row.a, row.b].map(({ share }) => percent(share ?? 0));
  const [a, b] = [heldPhrase(String(row.a.value)), heldPhrase(String(row.b.value))];
  if (row.relation.relation === "identical_inherited")
    return say(`One figure of schooling stands for ${pair.both}: most often held is ${a} (${shareA}).`);
  if (a === b)
    return say(
      `Most often held is ${a}, by ${shareA} of ${pair.a.role.plural} and ${shareB} of ${pair.b.role.plural}.`,
    );
  return say(
    `Most often held is ${a} among ${pair.a.role.plural} (${shareA}) and ${b} among ${pair.b.role.plural} (${shareB}).`,
  );
}

function skillsSentence(pair: Pair): Sentence | undefined {
  if (pair.a.origins["onet-skills"] === pair.b.origins["onet-skills"]) return undefined;
  const overlap = overlapOfRatings(pair.a.lists.skills, pair.b.lists.skills);
  if (!overlap || overlap.size < 3) return undefined;
  const shared = overlap.shared.length;
  const names = listed(overlap.shared.slice(0, 3).map(({ a }) => a.name.toLowerCase()));
  const lead = `Of the ${overlap.size} skills rated most important for each, ${pair.both.replace(/^both /, "")}`;
  const text =
    shared === 0
      ? `${lead} share none.`
      : shared === 1
        ? `${lead} share one, ${names}.`
        : `${lead} share ${shared === overlap.size ? "all" : shared}${shared <= 3 ? `: ${names}` : `, among them ${names}`}.`;
  return { about: [], text };
}

/** The official title of the group that both are counted in. */
function groupTitle({ a }: Pair): string {
  const group = a.occupation?.mergedInto ?? a.occupation;
  return group ? groupName(group.title) : "";
}

/** An official group's title inside a sentence. */
const groupName = (title: string) => `“${sentenceCase(title.toLowerCase())}”`;
