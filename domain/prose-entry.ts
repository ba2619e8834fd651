import { listed, percent } from "./amount";
import { overlapOfRatings } from "./comparison";
import { hasValue } from "./figure";
import { opened, type Pair, type Sentence } from "./prose-pair";
import { reasonOf } from "./prose-pay";
import { heldPhrase, schoolingPhrase } from "./schooling";

/** The schooling that is needed to start. */
export function entrySentence(pair: Pair): Sentence | undefined {
  const measure = "entry_education";
  const row = pair.row(measure);
  if (!row) return undefined;
  const [a, b] = [row.a.value, row.b.value].map((value) =>
    typeof value === "string" ? schoolingPhrase(value) : undefined,
  );
  const [nameA, nameB] = [pair.a.role.plural, pair.b.role.plural];
  const say = (text: string): Sentence => ({
    about: [measure],
    text: opened(pair.comparison, row.a, text),
  });
  if (a && b) {
    if (row.relation.relation === "identical_inherited")
      return say(`to start in ${pair.group}, people usually need ${a}.`);
    if (a === b)
      return say(
        pair.alone
          ? `to start in both careers, people usually need ${a}.`
          : `to start, ${nameA} usually need ${a}. So do ${nameB}.`,
      );
    return say(`to start, ${nameA} usually need ${a}. But ${nameB} usually need ${b}.`);
  }
  if (a === undefined && b === undefined) return undefined;
  const [has, need, lacks, missing] = a ? [nameA, a, nameB, row.b] : [nameB, b, nameA, row.a];
  return say(
    `to start, ${has} usually need ${need}. For ${lacks} there is no such figure (${reasonOf(missing)}).`,
  );
}

/** What people hold: never mixed with what is required, so it is a message of its own. */
export function heldSentence(pair: Pair): Sentence | undefined {
  const measure = "most_common_education";
  const row = pair.row(measure);
  if (!row || !hasValue(row.a) || !hasValue(row.b)) return undefined;
  const say = (text: string): Sentence => ({
    about: [measure],
    text: opened(pair.comparison, row.a, text),
  });
  const [shareA, shareB] = [row.a, row.b].map(({ share }) => percent(share ?? 0));
  const [a, b] = [heldPhrase(String(row.a.value)), heldPhrase(String(row.b.value))];
  const [nameA, nameB] = [pair.a.role.plural, pair.b.role.plural];
  if (row.relation.relation === "identical_inherited")
    return say(`one figure of schooling stands for both careers. Most often held is ${a} (${shareA}).`);
  if (a === b) return say(`most often held is ${a}, by ${shareA} of ${nameA} and ${shareB} of ${nameB}.`);
  return say(`most often held among ${nameA} is ${a} (${shareA}). Among ${nameB} it is ${b} (${shareB}).`);
}

/** The skills that both lists of the most important ones hold. */
export function skillsSentence(pair: Pair): Sentence | undefined {
  if (pair.a.origins["onet-skills"] === pair.b.origins["onet-skills"]) return undefined;
  const overlap = overlapOfRatings(pair.a.lists.skills, pair.b.lists.skills);
  if (!overlap || overlap.size < 3) return undefined;
  const shared = overlap.shared.length;
  const names = listed(overlap.shared.slice(0, 3).map(({ a }) => a.name.toLowerCase()));
  const lead = `Of the ${overlap.size} skills rated most important for each, both careers share`;
  const text =
    shared === 0
      ? `${lead} none.`
      : shared === 1
        ? `${lead} one: ${names}.`
        : `${lead} ${shared === overlap.size ? "all" : shared}${shared <= 3 ? `: ${names}` : `. Among them are ${names}`}.`;
  return { about: [], text };
}
