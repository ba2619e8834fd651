import { count, differencePercent, money, percent, perUnit } from "./amount";
import type { Comparison, Row, RowRelation } from "./comparison";
import { type MeasureKey, measureOf } from "./measure";
import { figureOf } from "./profile";
import { entrySentence, heldSentence, skillsSentence } from "./prose-entry";
import { ALL_JOBS, growthSentence, OPENINGS_STEP, openingsSentence } from "./prose-outlook";
import { groupOf, opened, pairOf, type Sentence } from "./prose-pair";
import { meanSentence, nothingSentence, paySentence, rangeSentence } from "./prose-pay";

/**
 * What a comparison says in words. Each message is whole, chosen by the relation of its row and filled with
 * that row's own figures; none is glued from parts, so that each could be translated. A row that both lack
 * gives none, but where both lack all that decides; a row that one lacks names what there is and why the other
 * is missing. With three or four roles each further role is set against the first, in the three messages that
 * decide; the tables say the rest.
 */
export function sentencesOf(comparison: Comparison): Sentence[] {
  const found = comparison.roles.slice(1).flatMap((_, i): (Sentence | undefined)[] => {
    const pair = pairOf(comparison, i + 1);
    const [growth, entry] = [growthSentence(pair), entrySentence(pair)];
    const pay = paySentence(pair) ?? (growth || entry ? undefined : nothingSentence(pair));
    if (!pair.alone) return [pay, growth, entry];
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
  const sentences = found.flatMap((sentence) => sentence ?? []);
  // Three roles of one group say one thing of it twice.
  const once = sentences.filter(({ text }, i) => sentences.findIndex((other) => other.text === text) === i);
  return withAllJobs(once);
}

/** The first projection is set against that of all jobs. */
function withAllJobs(sentences: Sentence[]): Sentence[] {
  const first = sentences.findIndex(({ about }) => about.join() === "projected_change_percent");
  return sentences.map((sentence, i) =>
    i === first ? { ...sentence, text: `${sentence.text} ${ALL_JOBS}` } : sentence,
  );
}

/** The title of the pay picture: what it shows, and no more. By the year; by the hour where only that is published. */
export function payFinding(comparison: Comparison): string {
  const byYear = rangesOf(comparison, "annual_wage_p10", "annual_wage_p90");
  const shown = byYear.length > 0 ? byYear : rangesOf(comparison, "hourly_wage_p10", "hourly_wage_p90");
  const unit = byYear.length > 0 ? "dollars a year" : "dollars an hour";
  const per = byYear.length > 0 ? "" : " an hour";
  const [a, b] = shown;
  if (!a)
    return `No pay range is published for ${comparison.roles.length > 1 ? "these careers" : "this career"}`;
  const start = (text: string) => opened(comparison, a.figure, text);
  const group = groupOf(comparison);
  if (group && shown.length === comparison.roles.length)
    return `${start("one group, one range")}: eight in ten earn ${money(a.low, unit)} to ${money(a.high, unit)} ${perUnit(unit)}`;
  if (!b || shown.length > 2)
    return start(
      shown
        .map(
          ({ role, low, high }) =>
            `${role.role.plural}: eight in ten earn ${money(low, unit)} to ${money(high, unit)}${per}`,
        )
        .join("; "),
    );
  const [lower, upper] = a.low <= b.low ? [a, b] : [b, a];
  return `${start(`nine in ten ${lower.role.role.plural}`)} earn under ${money(lower.high, unit)}${per}; nine in ten ${upper.role.role.plural} earn over ${money(upper.low, unit)}${per}`;
}

/** The roles whose range has both ends as published, in their order. */
function rangesOf(comparison: Comparison, lowest: MeasureKey, highest: MeasureKey) {
  return comparison.roles.flatMap((role) => {
    const [figure, high] = [figureOf(role, lowest), figureOf(role, highest)?.value];
    const low = figure?.value;
    return figure && typeof low === "number" && typeof high === "number" ? [{ role, figure, low, high }] : [];
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
  if (!difference) return measureOf(row.measure).kind === "range" ? "lies higher" : "higher";
  const amount = unit.startsWith("dollars")
    ? money(difference.absolute, unit)
    : unit === "percent"
      ? `${percent(difference.absolute).replace("%", "")} ${difference.absolute === 1 ? "point" : "points"}`
      : count(difference.absolute);
  const { kind } = measureOf(row.measure);
  if (kind === "level") return "higher";
  if (kind === "age") return `${Math.round(difference.absolute * 10) / 10} years older`;
  if (row.measure === "openings_per_year" && difference.absolute <= OPENINGS_STEP)
    return `${amount} more as printed`;
  const words = `${amount} more`;
  return difference.percent === null ? words : `${words} (${differencePercent(difference.percent)})`;
}
