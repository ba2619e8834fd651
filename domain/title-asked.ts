import type { TitleIndex } from "./title-index";
import { isVague } from "./title-kind";
import type { ReadPart, ReadWord } from "./title-reading";
import { kinOfWord, type SpelledWord, spelled } from "./title-spelling";

/** Words as the index has them, how much each weighs in the text, and whether it is of the part read as the job. */
type AskedWord = { forms: SpelledWord[]; weight: number; isMain: boolean };
/** One way to read a text. */
export type Asked = { words: AskedWord[]; head: string; factor: number; isNoise: boolean };

/** Parts of a text that are tried as the job; the others then only tell more of it. */
const MOST_PARTS = 5;
/** Unknown words of a text for which like spellings are looked for. */
const MOST_GUESSES = 8;
/** How far a text of which no word is known just so is still taken for a job. */
const NAMELIKE = 0.75;
/** Words that are likelier than this are spellings of one another, and not only of one root. */
const SLIP = 0.7;
/** How far "plumbing" says plumber. */
export const DERIVED = 0.95;
/** Weight of a word that no title has, beside the job and in other parts. */
const [UNKNOWN, UNKNOWN_ASIDE] = [2.2, 0.25];
/** Weight of what other parts say. */
const ASIDE = 0.22;

/** The ways to read a text: each part that may be the job, and a rank that stands alone together with what it ranks. */
export function* askedOf(parts: readonly ReadPart[], index: TitleIndex, isTyping: boolean): Generator<Asked> {
  const forms = new Map<string, SpelledWord[]>();
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
  const led = new Set<ReadPart>();
  for (const at of tried.slice(0, MOST_PARTS)) {
    const part = split[at];
    if (!part) continue;
    const real = part.words.filter(({ weight }) => weight > 0.1);
    const rank =
      real.length === 1 && isVague(formsOf(real[0]?.word ?? "")[0]?.word ?? "") ? real[0] : undefined;
    const beside = rank ? ((at === 0 ? split[tried[1] ?? -1] : undefined) ?? split[at - 1]) : undefined;
    const main = new Set<ReadPart>(beside && !beside.isNoise ? [part, beside] : [part]);
    if (rank && at > 0) for (const earlier of split.slice(0, at)) main.add(earlier);
    if (led.has(part)) continue;
    const head = headOf(part, at === 0, formsOf, index);
    const ask = (parts: ReadonlySet<ReadPart>, who: string, factor: number, isNoise = false): Asked => {
      const words = wordsAsked(split, parts, who, formsOf, index);
      // Where each of several words is only like one that is known, it is more likely a name.
      const told = words.filter(({ isMain, weight }) => isMain && weight > 0.5);
      const isName = told.length > 1 && told.every(({ forms }) => forms[0]?.likeness !== 1);
      return { words, head: who, factor: isName ? factor * NAMELIKE : factor, isNoise };
    };
    const isSecond = firstHead !== undefined && !(rank && beside);
    const place = at === 0 ? 1 : 0.97;
    yield ask(main, head, isSecond ? (isVague(firstHead ?? "") ? 0.9 : 0.8) : place, part.isNoise);
    if (head !== "") firstHead ??= head;
    if (!rank || !beside) continue;
    yield ask(new Set([part]), head, at === 0 ? 0.9 : 0.7);
    // "Director, People Operations" leads it; "Team Lead, Nurse" is also a nurse.
    if (LEADS.has(head)) led.add(beside);
    const alone = led.has(beside) ? "" : headOf(beside, false, formsOf, index);
    if (alone !== "" && !isVague(alone)) yield ask(new Set([beside]), alone, 0.95);
  }
}

/** Ranks that lead what stands beside them, and are nothing else. */
const LEADS = new Set(["manager", "director", "head", "vp", "supervisor"]);

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
  formsOf: (word: string) => SpelledWord[],
  index: TitleIndex,
): SpelledWord[] {
  const forms = formsOf(word);
  if (head === "" || forms[0]?.word === head) return forms;
  const slip = forms.find((form) => form.word === head && form.likeness > SLIP);
  if (slip) return [slip, ...forms.filter((form) => form !== slip)];
  if (forms[0]?.word !== word || !tradesOf(word, index).includes(head)) return forms;
  return [{ word: head, likeness: DERIVED }, ...forms.filter((form) => form.word !== head)];
}

function wordsAsked(
  parts: readonly ReadPart[],
  main: ReadonlySet<ReadPart>,
  head: string,
  formsOf: (word: string) => SpelledWord[],
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
      if (!before) asked.set(forms[0]?.word ?? word, { forms, weight: own, isMain });
      else {
        before.weight = Math.max(before.weight, own);
        before.isMain ||= isMain;
      }
    });
  }
  return [...asked.values()].sort((a, b) => b.weight - a.weight);
}

/**
 * The word that names who does the job: the last before "of" or "for" that ends titles, else the last of all;
 * empty for none. In parts after the first it must be spelled right: they hold names of firms and places.
 */
function headOf(
  { words, end }: ReadPart,
  isFirst: boolean,
  formsOf: (word: string) => SpelledWord[],
  index: TitleIndex,
): string {
  const told = [...words.slice(0, end).reverse(), ...words.slice(end).reverse()].filter(
    ({ weight }) => weight > 0.1,
  );
  for (const { word } of told) {
    // Of like spellings the one that ends titles: "electrican" is an electrician before it is electrical.
    const form = formsOf(word).find(
      ({ word: other, likeness }) => likeness > (isFirst ? SLIP : 0.99) && isHead(other, index),
    );
    if (form) return form.word;
  }
  for (const { word } of told) {
    const kin = tradesOf(word, index).find((other) => isHead(other, index));
    if (kin) return kin;
  }
  return "";
}

/** Who does what a word names: "plumbing", "engineering", "phlebotomy" name those who do it; "electric" does not. */
const tradesOf = (word: string, index: TitleIndex): string[] =>
  /(?:ing|try|nry|omy|logy)$/.test(word) ? [word.replace(/ing$/, ""), ...kinOfWord(word, index)] : [];

/** Whether a word ends titles often enough to say who does the job. */
function isHead(word: string, index: TitleIndex): boolean {
  const known = index.words.get(word);
  // "Mayor" is a title by itself; "engineering" is too, but engineers are meant by it.
  if (index.alone.has(word) && !kinOfWord(word, index).some((kin) => (index.words.get(kin)?.heads ?? 0) > 4))
    return true;
  return known !== undefined && known.heads >= 2 && known.heads / known.count >= 0.2;
}

/** Whether a text has a word that ends a title. */
export const isAsked = (head: string, { words }: Asked): boolean =>
  words.some(({ forms }) => forms[0]?.word === head);
