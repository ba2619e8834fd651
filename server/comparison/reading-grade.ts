import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

/** Reading grade of text, for tests and the bench alone. */

const word = /[\p{L}\p{N}]+(?:[.,’'][\p{L}\p{N}]+)*/gu;
const sentenceEnd = /[.!?](?=\s|$)/g;

/** The Flesch–Kincaid grade of an English text. A number counts as one word of one syllable. */
export function readingGrade(text: string): number {
  const words = text.match(word) ?? [];
  return fleschKincaid({
    sentence: text.match(sentenceEnd)?.length ?? 0,
    word: words.length,
    syllable: words.reduce((sum, each) => sum + syllablesOf(each), 0),
  });
}

/** Syllables of words, kept: texts of comparisons say the same few thousand over and over. */
const known = new Map<string, number>();
function syllablesOf(word: string): number {
  const found = known.get(word);
  if (found !== undefined) return found;
  const counted = Math.max(1, syllable(word));
  known.set(word, counted);
  return counted;
}

/**
 * The text with each of the names as one plain word, "workers". A reader who compares two careers knows what they
 * are called; the grade of the sentences is that of all other words. Titles of official groups, which stand in
 * quotation marks, are names too.
 */
export function withPlainNames(text: string, names: readonly string[]): string {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (rest, name) => rest.replace(namePattern(name), "workers"),
    text.replace(/“[^”]+”/g, "workers"),
  );
}

/** Patterns of names, kept: making them anew for each text took most of the time. */
const namePatterns = new Map<string, RegExp>();
function namePattern(name: string): RegExp {
  const found = namePatterns.get(name);
  if (found) return found;
  const made = new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\w-])`, "gi");
  namePatterns.set(name, made);
  return made;
}
