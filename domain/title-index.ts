import { abbreviations } from "./title-abbreviations";
import { weightOfNoise } from "./title-noise";
import { readTitle, type WordForms } from "./title-reading";
import { rootWord } from "./title-words";

/** Where a title comes from: our own roles and aliases, official titles, titles that O*NET collects. */
export type TitleKindOfSource =
  | "role"
  | "alias"
  | "occupation"
  | "direct_match"
  | "profile"
  | "reported"
  | "alternate";

/** A title of an occupation. `rank` is its place among the occupations of an alias, the likeliest 0. */
export type KnownTitle = {
  title: string;
  /** `29-1141`; null for a role that is mapped to none. */
  soc: string | null;
  source: TitleKindOfSource;
  /** Slug of the role whose name it is. */
  role?: string;
  rank?: number;
};

/** An occupation that titles lead to. `jobs`: national employment, an estimate where it is published with others. */
export type TitledOccupation = { soc: string; title: string; role: string; jobs: number; isMerged: boolean };

/** `more`: other titles that read the same. `words`: how many it has. */
type Entry = KnownTitle & { head: string; more: number };

/** What `titlesMeant` searches; built once from all titles. */
export type TitleIndex = {
  entries: Entry[];
  occupations: ReadonlyMap<string, TitledOccupation & { prior: number }>;
  /** By word: the entries that have it. */
  postings: ReadonlyMap<string, Int32Array>;
  /** By word: how telling it is, the same less where it is noise, titles that have it, and times it ends one. */
  words: ReadonlyMap<string, { weight: number; own: number; count: number; heads: number }>;
  /** Sum of the weights of an entry's words. */
  totals: Float32Array;
  /** By word: entries that are no more than that. */
  alone: ReadonlyMap<string, number[]>;
  /** By root: words of it. */
  roots: ReadonlyMap<string, string[]>;
  /** By first letter: all words, for those spelled nearly so. */
  spellings: ReadonlyMap<string, string[]>;
  /** Words that are written as one or as two: "healthcare" → "health", "care". */
  splits: ReadonlyMap<string, readonly [string, string]>;
  /** Sums of one search, by entry; all 0 between searches. */
  sums: { asked: Float32Array; own: Float32Array; hasHead: Uint8Array };
};

/** Makes the index. About 70,000 titles take half a second. */
export function titleIndex(
  titles: Iterable<KnownTitle>,
  occupations: readonly TitledOccupation[],
): TitleIndex {
  const forms: WordForms = new Map();
  const read: Reading[] = [];
  for (const known of titles) read.push(...readings(known, forms));
  const splits = splitsOf(read);
  const entries: Entry[] = [];
  const wordsOfEntries: string[][] = [];
  const byKey = new Map<string, Entry>();
  const lists = new Map<string, number[]>();
  const heads = new Map<string, number>();
  for (const { known, words, head } of read) {
    const own: string[] = [];
    for (const word of words)
      for (const one of splits.get(word) ?? [word]) if (!own.includes(one)) own.push(one);
    own.sort();
    const key = `${known.soc ?? known.role}:${own.join(" ")}`;
    const same = byKey.get(key);
    if (same) {
      same.more++;
      if (strengthOf(known) > strengthOf(same)) Object.assign(same, known, { more: same.more });
      continue;
    }
    const lastHead = splits.get(head)?.[1] ?? head;
    const entry = { ...known, head: lastHead, more: 0 };
    byKey.set(key, entry);
    const at = entries.push(entry) - 1;
    wordsOfEntries.push(own);
    heads.set(lastHead, (heads.get(lastHead) ?? 0) + 1);
    for (const word of own) {
      const list = lists.get(word);
      if (list) list.push(at);
      else lists.set(word, [at]);
    }
  }
  const alone = new Map<string, number[]>();
  const words = new Map<string, { weight: number; own: number; count: number; heads: number }>();
  const roots = new Map<string, string[]>();
  const spellings = new Map<string, string[]>();
  for (const [word, list] of lists) {
    const weight = Math.min(MOST_TELLING, Math.log(1 + entries.length / list.length));
    words.set(word, {
      weight,
      own: weight * Math.max(LEAST_UNASKED, weightOfNoise(word)),
      count: list.length,
      heads: heads.get(word) ?? 0,
    });
    push(roots, rootWord(word), word);
    push(spellings, word[0] ?? "", word);
  }
  const totals = new Float32Array(entries.length);
  wordsOfEntries.forEach((own, at) => {
    if (own.length === 1) push(alone, own[0] ?? "", at);
    for (const word of own) totals[at] = (totals[at] ?? 0) + weightIn(words, word);
  });
  return {
    entries,
    occupations: new Map(occupations.map((one) => [one.soc, { ...one, prior: priorOf(one) }])),
    postings: new Map([...lists].map(([word, list]) => [word, Int32Array.from(list)])),
    words,
    totals,
    alone,
    roots,
    spellings,
    splits,
    sums: {
      asked: new Float32Array(entries.length),
      own: new Float32Array(entries.length),
      hasHead: new Uint8Array(entries.length),
    },
  };
}

/** How much of its weight noise keeps that a title has and a text has not: a telehealth nurse is not any nurse. */
const LEAST_UNASKED = 0.25;
/** The most that a rare word weighs. */
const MOST_TELLING = 7;

/** What a word of an entry weighs. */
export const weightIn = (words: TitleIndex["words"], word: string): number => words.get(word)?.own ?? 0;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How far a source is to be trusted with what a title means. */
const trust: Record<TitleKindOfSource, number> = {
  alias: 1,
  role: 1,
  occupation: 0.99,
  direct_match: 0.96,
  profile: 0.97,
  reported: 0.9,
  alternate: 0.88,
};

export const strengthOf = ({ source, rank = 0 }: Pick<KnownTitle, "source" | "rank">): number =>
  trust[source] - Math.min(rank, 5) * 0.04;

/** From 0 to 1 by jobs held, so that of occupations with one title the larger comes first. */
function priorOf({ jobs, title }: TitledOccupation): number {
  const size = Math.min(1, Math.max(0, (Math.log10(Math.max(jobs, 1)) - 3) / 3.6));
  return /All Other$/.test(title) ? size * 0.6 : size;
}

type Reading = { known: KnownTitle; words: string[]; head: string };

/** A title, and what it says in brackets: "RBT (Registered Behavior Technician)" is two. */
function readings(known: KnownTitle, forms: WordForms): Reading[] {
  const bracket = known.title.includes("(") && /^(.+?)\s*\(([^()]{2,})\)\s*(.*)$/.exec(known.title);
  if (!bracket) return readingOf(known, known.title, forms);
  const [, before = "", inner = "", after = ""] = bracket;
  // An abbreviation in brackets may stand for something else elsewhere: CSM is a casino shift manager here.
  // One word in brackets mostly narrows the title, "Pilot (Airline)", unless it is short for it.
  const isShort =
    abbreviations.has(inner.toLowerCase()) || !(inner.includes(" ") || /^[A-Z]{2,6}$/.test(inner));
  return [
    ...readingOf(known, `${before} ${after}`, forms),
    ...(isShort ? [] : readingOf(known, inner, forms)),
  ];
}

function readingOf(known: KnownTitle, text: string, forms: WordForms): Reading[] {
  const parts = readTitle(text, forms);
  const [first] = parts;
  if (!first) return [];
  return [
    {
      known,
      words: parts.flatMap(({ words }) => words.map(({ word }) => word)),
      head: first.words[first.end - 1]?.word ?? "",
    },
  ];
}

/** Words that other titles write as two. */
function splitsOf(read: readonly Reading[]): Map<string, readonly [string, string]> {
  const known = new Set(read.flatMap(({ words }) => words));
  const pairs = new Map<string, Set<string>>();
  for (const word of known)
    for (let at = 3; at <= word.length - 3; at++) {
      const [a, b] = [word.slice(0, at), word.slice(at)];
      if (known.has(a) && known.has(b)) pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
    }
  const splits = new Map<string, readonly [string, string]>();
  for (const { words } of read)
    for (let at = 1; at < words.length; at++) {
      const [a = "", b = ""] = [words[at - 1], words[at]];
      if (pairs.get(a)?.has(b)) splits.set(a + b, [a, b]);
    }
  return splits;
}
