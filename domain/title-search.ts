import { distance } from "fastest-levenshtein";
import { strengthOf, type TitleIndex, type TitleKindOfSource, weightIn } from "./title-index";
import { isVague, kindOf, kinship } from "./title-kind";
import { type ReadPart, type ReadWord, readTitle } from "./title-reading";
import { rootWord } from "./title-words";

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

/** Parts of a text that are tried as the job; the others then only tell more of it. */
const MOST_PARTS = 5;
/** Unknown words of a text for which like spellings are looked for. */
const MOST_GUESSES = 8;
/** What comes under this is a guess, and is not given. */
const LEAST = 0.5;
/** How much less than the best another may have. */
const NEAR_BEST = 0.62;
/** What a role has, where roles are asked for, whose name holds all that was asked: "nurse practitioner" for "nurse". */
const NAMED = 0.45;
/** How far a word says another of its root. */
const KIN = 0.65;
/** How far "plumbing" says plumber. */
const DERIVED = 0.95;
/** What a title gains that says just what was asked. */
const WHOLE = 0.1;
/** How much a word of the title that was not asked for counts against it. */
const UNASKED = 1.1;
/** How much a word that the title lacks counts against it: where the last word names a trade by itself, where the title is a rank alone, and else. */
const [LOST_OF_TRADE, LOST_OF_RANK, LOST] = [0.35, 1.6, 0.75];
/** Weight of a word that no title has, beside the job and in other parts. */
const [UNKNOWN, UNKNOWN_ASIDE] = [2.2, 0.25];
/** Weight of what other parts say. */
const ASIDE = 0.22;

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
  for (const asked of askedOf(readTitle(text), index, isTyping)) {
    for (const [key, found] of near(asked, index, by)) {
      const kept = best.get(key);
      if (!kept || found.score > kept.score) best.set(key, found);
    }
  }
  const ranked = [...best].sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1));
  const top = ranked[0]?.[1].score ?? 0;
  if (top < LEAST) return [];
  return ranked
    .filter(([, { score }]) => score >= top * (1 - reach))
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
type Found = { at: number; score: number };
/** Words as the index has them, and how much each weighs in the text. */
type AskedWord = { forms: { word: string; likeness: number }[]; weight: number };
/** One way to read a text. */
type Asked = { words: AskedWord[]; head: string; factor: number; isNoise: boolean };

/** The ways to read a text: each part that may be the job, and a rank that stands alone together with what it ranks. */
function* askedOf(parts: readonly ReadPart[], index: TitleIndex, isTyping: boolean): Generator<Asked> {
  const forms = new Map<string, AskedWord["forms"]>();
  let guesses = 0;
  const formsOf = (word: string) => {
    let found = forms.get(word);
    if (!found) {
      const isKnown = index.words.has(word);
      found = isKnown || guesses++ < MOST_GUESSES ? spelled(word, index, isTyping) : [];
      forms.set(word, found);
    }
    return found;
  };
  const split = parts.map((part) => splitPart(part, index));
  const tried = split.flatMap((part, at) =>
    part.isNoise && split.some(({ isNoise }) => !isNoise) ? [] : [at],
  );
  let firstHead: string | undefined;
  for (const at of tried.slice(0, MOST_PARTS)) {
    const part = split[at];
    if (!part) continue;
    const real = part.words.filter(({ weight }) => weight > 0.1);
    const rank =
      real.length === 1 && isVague(formsOf(real[0]?.word ?? "")[0]?.word ?? "") ? real[0] : undefined;
    const beside = rank ? ((at === 0 ? split[tried[1] ?? -1] : undefined) ?? split[at - 1]) : undefined;
    const main = new Set<ReadPart>(beside && !beside.isNoise ? [part, beside] : [part]);
    if (rank && at > 0) for (const earlier of split.slice(0, at)) main.add(earlier);
    const head = headOf(part, formsOf, index);
    const words = wordsAsked(split, main, head, formsOf, index);
    const isSecond = firstHead !== undefined;
    const factor =
      isSecond && !(rank && beside) ? (isVague(firstHead ?? "") ? 0.9 : 0.8) : at === 0 ? 1 : 0.97;
    if (head !== "") firstHead ??= head;
    yield { words, head, factor, isNoise: part.isNoise };
    if (rank && beside)
      yield {
        words: wordsAsked(split, new Set([part]), head, formsOf, index),
        head,
        factor: at === 0 ? 0.9 : 0.7,
        isNoise: false,
      };
    // "University Grad, Nurse": what ranks a part alone may also be only beside the job.
    if (rank && beside) {
      const alone = headOf(beside, formsOf, index);
      if (alone !== "" && !isVague(alone))
        yield {
          words: wordsAsked(split, new Set([beside]), alone, formsOf, index),
          head: alone,
          factor: 0.95,
          isNoise: false,
        };
    }
  }
}

/** A part with words that others write as two written so. */
function splitPart(part: ReadPart, { splits, words: known }: TitleIndex): ReadPart {
  let end = part.end;
  const words: ReadWord[] = [];
  part.words.forEach((one, at) => {
    const pair = splits.get(one.word) ?? (known.has(one.word) ? undefined : pairOf(one.word, known));
    if (!pair) words.push(one);
    else {
      words.push(...pair.map((word) => ({ word, weight: one.weight })));
      if (at < part.end) end++;
    }
  });
  return { ...part, words, end };
}

/** "truckdriver" → its two words, where both are common. */
function pairOf(word: string, known: TitleIndex["words"]): readonly [string, string] | undefined {
  if (word.length < 7 || word.length > 24) return undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    if ((known.get(a)?.count ?? 0) > 4 && (known.get(b)?.heads ?? 0) > 4) return [a, b];
  }
  return undefined;
}

/** The forms of a word; first of them the one who does the job, where that is what the word stands for: "plumbing". */
function formsFor(
  word: string,
  head: string,
  formsOf: (word: string) => AskedWord["forms"],
  index: TitleIndex,
): AskedWord["forms"] {
  const forms = formsOf(word);
  if (
    head === "" ||
    forms[0]?.word === head ||
    forms[0]?.word !== word ||
    !kinOfWord(word, index).includes(head)
  )
    return forms;
  return [{ word: head, likeness: DERIVED }, ...forms.filter((form) => form.word !== head)];
}

function wordsAsked(
  parts: readonly ReadPart[],
  main: ReadonlySet<ReadPart>,
  head: string,
  formsOf: (word: string) => AskedWord["forms"],
  index: TitleIndex,
): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  for (const part of parts) {
    const isMain = main.has(part);
    part.words.forEach(({ word, weight }, at) => {
      const forms = formsFor(word, isMain ? head : "", formsOf, index);
      const telling = index.words.get(forms[0]?.word ?? "")?.weight ?? (isMain ? UNKNOWN : UNKNOWN_ASIDE);
      const isHead = isMain && forms[0]?.word === head;
      const place = isMain ? (at < part.end ? 1 : 0.8) : ASIDE;
      const own = telling * weight * place * (isHead ? 1.2 : 1);
      const before = asked.get(forms[0]?.word ?? word);
      if (!before) asked.set(forms[0]?.word ?? word, { forms, weight: own });
      else before.weight = Math.max(before.weight, own);
    });
  }
  return [...asked.values()].sort((a, b) => b.weight - a.weight);
}

/** The word that names who does the job: the last of a part that ends titles; empty for none. */
function headOf(
  { words, end }: ReadPart,
  formsOf: (word: string) => AskedWord["forms"],
  index: TitleIndex,
): string {
  for (let at = end - 1; at >= 0; at--) {
    const one = words[at];
    if (!one || one.weight <= 0.1) continue;
    const word = formsOf(one.word)[0]?.word;
    if (word && isHead(word, index)) return word;
  }
  // "Plumbing" and "accounting" name the trade of plumbers and accountants.
  for (let at = end - 1; at >= 0; at--) {
    const one = words[at];
    const kin =
      one && one.weight > 0.1 ? kinOfWord(one.word, index).find((word) => isHead(word, index)) : undefined;
    if (kin) return kin;
  }
  return "";
}

/** Whether a word ends titles often enough to say who does the job. */
function isHead(word: string, index: TitleIndex): boolean {
  const known = index.words.get(word);
  // "Mayor" is a title by itself; "engineering" is too, but engineers are meant by it.
  if (index.alone.has(word) && !kinOfWord(word, index).some((kin) => (index.words.get(kin)?.heads ?? 0) > 4))
    return true;
  return known !== undefined && known.heads >= 2 && known.heads / known.count >= 0.2;
}

/** A word as titles have it, and others of its root; where none has it, those spelled nearly so. */
function spelled(word: string, index: TitleIndex, isTyping: boolean): AskedWord["forms"] {
  const kin = kinOfWord(word, index)
    .filter((other) => !kindOf(word) && !kindOf(other))
    .slice(0, 6)
    .map((other) => ({ word: other, likeness: KIN }));
  if (index.words.has(word)) return [{ word, likeness: 1 }, ...kin];
  return [...misspelled(word, index, isTyping), ...kin];
}

const kinOfWord = (word: string, { roots }: TitleIndex): string[] =>
  (roots.get(rootWord(word)) ?? []).filter((other) => other !== word);

function misspelled(word: string, { spellings, words }: TitleIndex, isTyping: boolean): AskedWord["forms"] {
  const most = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  if (word.length < 3 || word.length > 24) return [];
  const found: { word: string; slips: number; count: number }[] = [];
  for (const other of spellings.get(word[0] ?? "") ?? []) {
    // "Nurs": not typed to its end.
    if (isTyping && other.length > word.length + 1 && other.startsWith(word)) {
      found.push({ word: other, slips: 1.5, count: words.get(other)?.count ?? 0 });
      continue;
    }
    if (Math.abs(other.length - word.length) > 1 || other.length < 4) continue;
    const slips = distance(word, other);
    const isSwap = slips === 2 && most < 2 && word.length > 3 && isSwapped(word, other);
    if (slips <= most || isSwap)
      found.push({ word: other, slips: isSwap ? 1 : slips, count: words.get(other)?.count ?? 0 });
  }
  return found
    .sort((a, b) => a.slips - b.slips || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word: other, slips }, at) => ({
      word: other,
      likeness: (slips === 1 ? 0.93 : slips < 2 ? 0.88 : 0.82) - at * 0.15,
    }));
}

/** Whether two letters in each other's place are all that differs. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (a[at] === b[at] && at < a.length) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The best entry of each occupation for one reading. */
function near(asked: Asked, index: TitleIndex, by: "occupation" | "role"): Map<string, Found> {
  const { entries, postings, totals, words, sums, alone } = index;
  const touched: number[] = [];
  const headForms = asked.words.find(({ forms }) => forms[0]?.word === asked.head);
  // A head that was not said, "dental" for dentists, does not carry what else was said.
  const isDerived = headForms?.forms[0]?.likeness === DERIVED;
  const isTrade = asked.head !== "" && !isVague(asked.head) && !isDerived;
  let total = 0;
  for (const { forms, weight } of isTrade || !headForms
    ? asked.words
    : [...asked.words.filter((one) => one !== headForms), headForms]) {
    total += weight;
    // Thousands of titles end in "manager": those alone that share another word, or are no more than that, come near.
    const isRank = forms[0]?.word === asked.head && !isTrade && asked.words.length > 1;
    const widens = (weight > 0.3 && !isRank) || asked.isNoise;
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
      } else factor = isAsked(entry.head, asked) ? 0.75 : 0.5;
    }
    if (isDerived) factor *= 0.9;
    const unasked = Math.max(0, (totals[at] ?? 0) - own);
    const isRank = own <= weightIn(words, entry.head) * 1.001 && isVague(entry.head);
    let lost =
      Math.max(0, total - agreed) * (isTrade && isSame ? LOST_OF_TRADE : isRank ? LOST_OF_RANK : LOST);
    // All of a title that tells more than a rank is there, however much else the text says.
    if (unasked < 0.01 && !isRank) lost /= 1 + (0.5 * lost) / agreed;
    const sim = Math.min(1, agreed / (agreed + lost + UNASKED * unasked)) * factor;
    if (sim < LEAST / 4) continue;
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
    const isNamed = isName && agreed >= total * 0.97 && sums.hasHead[at] === 1;
    const score = Math.max((sim * trusted + (isWhole ? WHOLE : 0)) * asked.factor, isNamed ? NAMED : 0);
    const kept = best.get(key);
    if (!kept || score > kept.score) best.set(key, { at, score });
  }
  for (const at of postings.get(asked.head) ?? []) sums.hasHead[at] = 0;
  return best;
}

const isAsked = (head: string, { words }: Asked): boolean =>
  words.some(({ forms }) => forms[0]?.word === head);
