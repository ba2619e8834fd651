import { distance } from "fastest-levenshtein";
import type { TitleIndex } from "./title-index";
import { kindOf } from "./title-kind";
import { rootWord } from "./title-words";

/** A word as titles have it, and how far it is what was written. */
export type SpelledWord = { word: string; likeness: number };

/** Titles that have a word beside which one title with a like word is a slip. */
const RARE_BESIDE = 30;
/** How far a word says another of its root. */
const KIN = 0.65;

/** A word as titles have it, and others of its root; where none has it, those spelled nearly so. */
export function spelled(word: string, index: TitleIndex, isTyping: boolean): SpelledWord[] {
  const kin = kinOfWord(word, index)
    .filter((other) => !kindOf(word) && !kindOf(other))
    .slice(0, 6)
    .map((other) => ({ word: other, likeness: KIN }));
  const known = index.words.get(word);
  // "Bake" is a word of its own, and may become a baker.
  const begun = isTyping
    ? misspelled(word, index, true).filter(({ word: other }) => other !== word && other.startsWith(word))
    : [];
  // A word that one title alone has may be that title's own slip.
  if (known && (known.count > 1 || word.length < 6)) return [{ word, likeness: 1 }, ...begun, ...kin];
  if (known) {
    const [near] = misspelled(word, index, false).filter(({ word: other }) => other !== word);
    const isSlip = near && near.likeness > 0.9 && (index.words.get(near.word)?.count ?? 0) > RARE_BESIDE;
    return isSlip ? [near, { word, likeness: 1 }, ...kin] : [{ word, likeness: 1 }, ...kin];
  }
  return [...misspelled(word, index, isTyping), ...kin];
}

/** Other words of the same root. */
export const kinOfWord = (word: string, { roots }: TitleIndex): string[] =>
  (roots.get(rootWord(word)) ?? []).filter((other) => other !== word);

function misspelled(word: string, { spellings, words }: TitleIndex, isTyping: boolean): SpelledWord[] {
  const most = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  if (word.length < 3 || word.length > 24) return [];
  const found: { word: string; slips: number; count: number }[] = [];
  for (const other of spellings.get(word[0] ?? "") ?? []) {
    // "Nurs": not typed to its end.
    if (isTyping && other.length > word.length + Math.min(most, 1) && other.startsWith(word)) {
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
