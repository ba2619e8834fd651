import { abbreviations } from "./title-abbreviations";
import { kindOf } from "./title-kind";
import { isPostal, noiseOf, weightOfNoise } from "./title-noise";
import { partsOf, singularWord, type TitlePart } from "./title-words";

/** A word of a title in the form that is compared, and how much of the job it names, 0 to 1. */
export type ReadWord = { readonly word: string; readonly weight: number };

/** A part of a title as it is compared. `end` is how many of its words come before "of", "for" and the like. */
export type ReadPart = { words: ReadWord[]; end: number; isNoise: boolean };

/** Words that are one thing together, and are compared as one word. */
const compounds = new Map(
  Object.entries({
    "vice president": "vp",
    "human resource": "hr",
    "human resources": "hr",
    "information technology": "it",
    "machine learning": "ml",
    "artificial intelligence": "ai",
    "user experience": "ux",
    "user interface": "ui",
    "customer experience": "cx",
    "front end": "frontend",
    "back end": "backend",
    "full stack": "fullstack",
    "help desk": "helpdesk",
    "health care": "healthcare",
    "child care": "childcare",
    "day care": "daycare",
    "home care": "homecare",
    "part time": "parttime",
    "live in": "livein",
    "full time": "fulltime",
    "on site": "onsite",
    "mid market": "midmarket",
    "real estate": "realestate",
    "x ray": "xray",
    "pre k": "prek",
    "e commerce": "ecommerce",
    "dev ops": "devops",
    "sys admin": "sysadmin",
    "co founder": "cofounder",
    "life guard": "lifeguard",
    "go to": "goto",
    "goto market": "gtm",
    "quality assurance": "qa",
    "quality control": "qc",
    "accounts payable": "ap",
    "accounts receivable": "ar",
  }),
);

const openers = new Set([...compounds.keys()].map((pair) => pair.split(" ")[0]));

/** The words of a part, those that are one thing together joined. */
function joined(words: readonly string[]): string[] {
  const made: string[] = [];
  for (const word of words) {
    const last = made.at(-1) ?? "";
    const one = openers.has(last) ? compounds.get(`${last} ${word}`) : undefined;
    if (one) made[made.length - 1] = one;
    else made.push(word);
  }
  return made;
}

const prepositions = new Set(["of", "for", "to", "in", "with", "at", "on", "by", "from"]);
const joints = new Set(["and", "or", "the", "a", "an", ...prepositions]);

/** Seniority that is the job itself where it comes last: "sales associate", "growth lead". */
const heads = new Set(["lead", "chief", "associate", "assistant", "principal", "contractor", "staff"]);

/** Abbreviations that mean a job only among certain words, and something else elsewhere. */
function meantBy(
  word: string,
  at: number,
  { words }: TitlePart,
  isFirst: boolean,
): readonly string[] | undefined {
  const next = words[at + 1] ?? "";
  const isAlone = isFirst && words.every((other, i) => i === at || noiseOf(other) !== undefined);
  if (word === "pt") {
    if (/^(?:assistant|asst|aide|tech|technician)$/.test(next)) return ["physical", "therapist"];
    return isAlone ? ["physical", "therapist"] : [];
  }
  if (word === "ma" && isAlone) return ["medical", "assistant"];
  if (word === "pa" && isAlone) return ["physician", "assistant"];
  if (word === "hr" && at > 0 && /^\d/.test(words[at - 1] ?? "")) return [];
  return undefined;
}

/** Reads a title: abbreviations written out, each word singular, and what is noise weighed low. */
export function readTitle(text: string, known?: WordForms): ReadPart[] {
  const parts = partsOf(text);
  return parts
    .map((part, index) => readPart({ ...part, words: joined(part.words) }, index === 0, known))
    .filter(({ words }) => words.length > 0);
}

function readPart(part: TitlePart, isFirst: boolean, known?: WordForms): ReadPart {
  const words: ReadWord[] = [];
  let end: number | undefined;
  part.words.forEach((raw, at) => {
    if (prepositions.has(raw) && words.length > 0) end ??= words.length;
    if (joints.has(raw)) return;
    const isLast = at === part.words.length - 1;
    const meant =
      meantBy(raw, at, part, isFirst) ??
      abbreviations.get(raw) ??
      (raw.endsWith("s") ? abbreviations.get(raw.slice(0, -1)) : undefined);
    const isState =
      isPostal(raw) && isLast && raw !== "ct" && (!isFirst || part.words.length > 1) && (!isFirst || !meant);
    if (isState) words.push({ word: raw, weight: 0.04 });
    else if (meant) for (const word of meant) words.push(formOf(word, known));
    else words.push(formOf(raw, known));
  });
  end ??= words.length;
  const [before, last] = [words[end - 2], words[end - 1]];
  // "Growth lead" leads; "engineer lead" and "nurse lead" are engineers and nurses.
  const isRank = last?.word === "lead" && before && (kindOf(before.word) ?? "manager") !== "manager";
  if (last && heads.has(last.word) && !isRank) words[end - 1] = { ...last, weight: 1 };
  return { words, end, isNoise: words.every(({ weight }) => weight <= 0.1) };
}

/** Forms of words met while many titles are read; `readTitle` is given one by those who do. */
export type WordForms = Map<string, ReadWord>;

const formOf = (raw: string, known?: WordForms): ReadWord => {
  const found = known?.get(raw);
  if (found) return found;
  const form = { word: singularWord(raw), weight: weightOfWord(raw) };
  known?.set(raw, form);
  return form;
};

const weightOfWord = (word: string) => Math.min(weightOfNoise(word), weightOfNoise(singularWord(word)));
