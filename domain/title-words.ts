import { foldText } from "./fold-text";

/** Characters of a text that are read; no job title is longer. */
const LONGEST_TEXT = 300;
/** Words of a text that are read. */
const MOST_WORDS = 32;

/** A part of a title between signs that part it: "Nurse, Oncology - Nights" has three. `mark` is the sign before it. */
export type TitlePart = { words: string[]; mark: string };

/** Abbreviations written with a sign that parts words elsewhere. */
const signed: readonly [RegExp, string][] = [
  [/\bfp ?& ?a\b/g, "fpa"],
  [/\br ?& ?d\b/g, "research and development"],
  [/\ba ?& ?p\b/g, "airframe and powerplant"],
  [/\bf ?& ?b\b/g, "food and beverage"],
  [/\bl ?& ?d\b/g, "learning and development"],
  [/\bc\+\+/g, "cplusplus"],
  [/\bc#/g, "csharp"],
  [/(?<!\w)\.net\b/g, "dotnet"],
  [/\bpa-c\b/g, "physician assistant"],
  [/\bemt-[abip]\b/g, "emt"],
  [/\bcdl-[ab]\b/g, "cdl"],
  [/\b(\d+)-?(?:st|nd|rd|th)\b/g, "$1th"],
];

/**
 * A title's parts and their words, folded; at most 32 words of the first 300 characters. Signs for money, dates and
 * such leave nothing. Marks that nobody sees part no words.
 */
export function partsOf(text: string): TitlePart[] {
  if (/^[A-Za-z ]{1,120}$/.test(text)) return plainPart(text);
  let plain = foldText(text.slice(0, LONGEST_TEXT).replace(/[\p{Cf}\p{Cs}]+/gu, ""))
    .replace(/[’'`]/g, "")
    .replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll(".", ""))
    .replace(
      /[$€£]\s?\d[\d,.]*k?(?:\s?(?:-|to)\s?[$€£]?\d[\d,.]*k?)?(?:\s?(?:\/|per |an? )\s?(?:hr|hour|h|year|yr|week|wk))?\+?/g,
      " ",
    );
  for (const [pattern, words] of signed) plain = plain.replace(pattern, words);
  const parts: TitlePart[] = [];
  let mark = "";
  let count = 0;
  for (const piece of plain.split(/(\s[-–—~]+\s?|[-–—~]\s|[–—]|[,;:|/\\()[\]{}!?*•·"“”<>=]+)/)) {
    const words = piece.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) {
      if (piece.trim() !== "") mark = piece.trim();
      continue;
    }
    const kept = words.slice(0, MOST_WORDS - count);
    count += kept.length;
    if (kept.length > 0) parts.push({ words: kept, mark });
    mark = "";
  }
  return parts;
}

/** As `partsOf`, for the many titles that need no more. */
function plainPart(text: string): TitlePart[] {
  const words = text
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
  return words.length === 0 ? [] : [{ words: words.slice(0, MOST_WORDS), mark: "" }];
}

const singulars = new Map<string, string>();
for (const [one, many] of [
  ["wife", "wives"],
  ["child", "children"],
  ["waiter", "waitress waitresses"],
  ["host", "hostess hostesses"],
  ["steward", "stewardess stewardesses"],
  ["actor", "actress actresses"],
  ["seamster", "seamstress seamstresses"],
  ["master", "mistress mistresses"],
  ["knife", "knives"],
  ["shelf", "shelves"],
  ["staff", "staffs"],
] as const)
  for (const word of many.split(" ")) singulars.set(word, one);

/** One of what a word names, the same for men and women: "secretaries" → "secretary", "saleswoman" → "salesman". Need not be English: both sides of a comparison go through it. */
export function singularWord(word: string): string {
  const known = singulars.get(word);
  if (known) return known;
  if (word.length < 4) return word;
  const person = word.replace(/(?:wo)?m[ae]n$|persons?$|people$/, "man");
  if (person !== word) return person.length > 3 ? person : word;
  if (/(?:ss|us|is|ics)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** Endings that make a word of the same trade: "recruiting", "recruiter", "recruitment"; the longest first. */
const endings =
  /(?:ational|ations?|ization|isation|ological|ologist|ology|ographer|ography|ician|ement|ments?|ments|ances?|ancy|ants?|ents?|ing|ings|ions?|ors?|ers?|ists?|istry|ical|ics?|als?|ants?|ary|ery|ry|ive|ity|y|e)$/;

/** What words of the same trade share: "recruit" of recruiting, recruiter and recruitment. */
export function rootWord(word: string): string {
  if (word.length < 6) return word.replace(/e$/, "");
  const root = word.replace(endings, "");
  return root.length >= 4 ? root.replace(/(.)\1$/, "$1") : word;
}
