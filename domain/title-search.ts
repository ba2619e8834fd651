import { type Asked, askedOf, DERIVED, isAsked } from "./title-asked";
import { strengthOf, type TitleIndex, type TitleKindOfSource, weightIn } from "./title-index";
import { isVague, kinship } from "./title-kind";
import { readTitle } from "./title-reading";

/** An occupation that a text may mean. */
export type FoundTitle = {
  soc: string | null;
  /** Slug of the role: of the title that matched, or the one that stands for the occupation. */
  role: string;
  /** The official title of the occupation. */
  title: string;
  /** How sure it is, 0 to 1: how much of the text and of the title agree, and how far the title's source is trusted. */
  score: number;
  /** The title that matched. */
  via: { title: string; source: TitleKindOfSource };
};

/** What comes under this is a guess, and is not given. */
const LEAST = 0.5;
/** How much less than the best another may have. */
const NEAR_BEST = 0.62;
/** What a role has, where roles are asked for, whose name holds all that was asked: "nurse practitioner" for "nurse". */
const NAMED = 0.6;
/** What a title gains that says just what was asked. */
const WHOLE = 0.1;
/** How much a word of the title that was not asked for counts against it. */
const UNASKED = 1.1;
/** How much a word that the title lacks counts against it: where the last word names a trade by itself, where the title is a rank alone, and else. */
const [LOST_OF_TRADE, LOST_OF_RANK, LOST] = [0.35, 1.6, 0.75];
/** What is asked of a search. `by`: one entry an occupation, or one a role. `reach`: how far below the best others may lie, 0 to 1. */
export type TitleAsk = {
  limit?: number;
  by?: "occupation" | "role";
  reach?: number;
  /** Whether a word may be only the beginning of one: "nurs". */
  isTyping?: boolean;
};

/** The occupations, or roles, that a text means, best first, one entry each; none where nothing sensible comes near. Takes a bounded time, whatever the text. */
export function titlesMeant(text: string, index: TitleIndex, ask: TitleAsk = {}): FoundTitle[] {
  const { limit = 10, by = "occupation", reach = 1 - NEAR_BEST, isTyping = false } = ask;
  const best = new Map<string, Found>();
  // A word of which a letter or two stand says nothing yet.
  const said = isTyping ? text.replace(/(?<=\S)\s+\S{1,2}$/u, "") : text;
  for (const asked of askedOf(readTitle(said), index, isTyping)) {
    for (const [key, found] of near(asked, index, by)) {
      const kept = best.get(key);
      if (!kept || found.score > kept.score) best.set(key, found);
    }
  }
  const ranked = [...best].sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1));
  const top = ranked[0]?.[1].score ?? 0;
  if (top < LEAST && !ranked[0]?.[1].isNamed) return [];
  return ranked
    .filter(([, { score, isNamed }]) => isNamed || score >= top * (1 - reach))
    .slice(0, limit)
    .flatMap(([, { at, score }]) => foundAt(at, score, index));
}

function foundAt(at: number, score: number, index: TitleIndex): FoundTitle[] {
  const entry = index.entries[at];
  if (!entry) return [];
  const occupation = entry.soc === null ? undefined : index.occupations.get(entry.soc);
  const role = entry.role ?? occupation?.role;
  if (role === undefined) return [];
  return [
    {
      soc: entry.soc,
      role,
      title: occupation?.title ?? entry.title,
      score: Math.round(Math.min(1, score / (1 + WHOLE)) * 100) / 100,
      via: { title: entry.title, source: entry.source },
    },
  ];
}

/** The entry that an occupation was found by. */
type Found = { at: number; score: number; isNamed: boolean };
/** The best entry of each occupation for one reading. */
function near(asked: Asked, index: TitleIndex, by: "occupation" | "role"): Map<string, Found> {
  const { entries, postings, totals, words, sums, alone } = index;
  const touched: number[] = [];
  const isOnlyRank =
    isVague(asked.head) &&
    asked.words.every(({ forms, weight }) => weight < 0.3 || forms[0]?.word === asked.head);
  const headForms = asked.words.find(({ forms }) => forms[0]?.word === asked.head);
  // A head that was not said just so, "dental" for dentists or "burger" for burners, does not carry what else was said.
  const isDerived = headForms?.forms[0]?.likeness === DERIVED;
  const isSaid = headForms?.forms[0]?.likeness === 1;
  const isTrade = asked.head !== "" && !isVague(asked.head) && isSaid;
  let total = 0;
  for (const { forms, weight, isMain } of isTrade || !headForms
    ? asked.words
    : [...asked.words.filter((one) => one !== headForms), headForms]) {
    total += weight;
    // Thousands of titles end in "manager": those alone that share another word, or are no more than that, come near.
    const isRank = forms[0]?.word === asked.head && isVague(asked.head) && asked.words.length > 1;
    const widens = (isMain && weight > 0.3 && !isRank) || asked.isNoise;
    for (const { word, likeness } of forms) {
      const own = weightIn(words, word);
      const gain = weight * likeness;
      for (const at of postings.get(word) ?? []) {
        if (sums.asked[at] === 0) {
          if (!widens) continue;
          touched.push(at);
        }
        sums.asked[at] = (sums.asked[at] ?? 0) + gain;
        sums.own[at] = (sums.own[at] ?? 0) + own;
      }
    }
  }
  if (!isTrade)
    for (const at of alone.get(asked.head) ?? [])
      if (sums.asked[at] === 0) {
        touched.push(at);
        sums.asked[at] = headForms?.weight ?? 0;
        sums.own[at] = totals[at] ?? 0;
      }
  for (const at of postings.get(asked.head) ?? []) sums.hasHead[at] = 1;
  const kinOf = new Map<string, number>();
  const best = new Map<string, Found>();
  for (const at of touched) {
    let [agreed, own] = [sums.asked[at] ?? 0, sums.own[at] ?? 0];
    const held = agreed;
    sums.asked[at] = 0;
    sums.own[at] = 0;
    const entry = entries[at];
    if (!entry) continue;
    const isOurs = entry.source === "alias" || entry.source === "role";
    let factor = 1;
    let isSame = true;
    if (asked.head === "") factor = !isAsked(entry.head, asked) ? 0.4 : isOurs ? 0.95 : 0.6;
    else if (entry.head !== asked.head) {
      isSame = false;
      let kin = kinOf.get(entry.head);
      if (kin === undefined) {
        kin = isDerived ? 0 : kinship(asked.head, entry.head);
        kinOf.set(entry.head, kin);
      }
      const isKin = headForms?.forms.some(({ word }) => word === entry.head);
      if (isKin) factor = 0.95;
      else if (kin > 0 && sums.hasHead[at] === 0) {
        agreed += (headForms?.weight ?? 0) * kin;
        own += weightIn(words, entry.head);
        factor = 0.9 + 0.1 * kin;
      } else factor = !isAsked(entry.head, asked) ? 0.5 : isTrade ? 0.75 : 0.65;
    }
    if (isDerived) factor *= 0.9;
    const unasked = Math.max(0, (totals[at] ?? 0) - own);
    const isRank = own <= weightIn(words, entry.head) * 1.001 && isVague(entry.head);
    let lost =
      Math.max(0, total - agreed) * (isTrade && isSame ? LOST_OF_TRADE : isRank ? LOST_OF_RANK : LOST);
    // All of a title that tells more than a rank is there, however much else the text says.
    if (unasked < 0.01 && !isRank && isSaid) lost /= 1 + (0.5 * lost) / agreed;
    const sim = Math.min(1, agreed / (agreed + lost + UNASKED * unasked)) * factor;
    if (sim < LEAST / 4 && by === "occupation") continue;
    const isWhole = isSame && agreed >= total * 0.97 && unasked < 0.01;
    if (asked.isNoise && !(isWhole && isOurs)) continue;
    const occupation = index.occupations.get(entry.soc ?? "");
    const role = entry.role ?? occupation?.role ?? "";
    const key = by === "role" ? role : (entry.soc ?? role);
    const prior = occupation?.prior ?? 0;
    if (occupation?.isMerged && !isWhole) continue;
    const trusted =
      strengthOf(entry) *
      (isOurs ? (isWhole || isSame ? 1 : 0.92) : 0.8 + 0.14 * prior + 0.015 * Math.min(entry.more, 4));
    const isName = by === "role" && (entry.role !== undefined || entry.source === "occupation");
    const isNamed = isName && held >= total * 0.9;
    // A rank alone is that, and not one of the many titles that end so.
    const isOther = isOnlyRank && unasked >= 0.01;
    const likeness = isOther ? 0 : (sim * trusted + (isWhole ? WHOLE : 0)) * asked.factor;
    const score = Math.max(likeness, isNamed ? NAMED : 0);
    if (score === 0) continue;
    const kept = best.get(key);
    if (!kept || score > kept.score) best.set(key, { at, score, isNamed });
  }
  for (const at of postings.get(asked.head) ?? []) sums.hasHead[at] = 0;
  return best;
}
