import { listed, percent, sentenceCase } from "./amount";
import type { Figure } from "./figure";
import { heldEducationLevels, requiredEducationLevels } from "./measure";
import { figureOf, type Profile } from "./profile";

/** Schooling as parts of one whole bar: what people in a job hold, and what those asked say it requires. Never mixed. */
export type SchoolingKind = "held" | "required";

/**
 * The twelve levels required and the seven held, each with the step of the common order it is drawn as (0 to 6),
 * and its words after "is". Levels that share a step stay parts of their own.
 */
const required: Record<string, readonly [step: number, words: string]> = {
  less_than_high_school: [0, "less than a high school diploma"],
  high_school: [1, "a high school diploma"],
  certificate: [2, "a certificate after high school"],
  some_college: [2, "some college courses"],
  associate: [3, "an associate’s degree"],
  bachelor: [4, "a bachelor’s degree"],
  post_bachelor_certificate: [4, "a certificate after a bachelor’s degree"],
  master: [5, "a master’s degree"],
  post_master_certificate: [5, "a certificate after a master’s degree"],
  first_professional: [6, "a first professional degree"],
  doctoral: [6, "a doctoral degree"],
  post_doctoral: [6, "training after a doctoral degree"],
};
const held: Record<string, readonly [step: number, words: string]> = {
  less_than_high_school: [0, "less than a high school diploma"],
  high_school: [1, "a high school diploma"],
  some_college: [2, "some college but no degree"],
  associate: [3, "an associate’s degree"],
  bachelor: [4, "a bachelor’s degree"],
  master: [5, "a master’s degree"],
  doctoral: [6, "a doctoral or professional degree"],
};

/** Short for a picture, and in full for the line that explains it; one for each step. */
export const schoolingSteps = [
  ["None", "less than high school"],
  ["HS", "high school"],
  ["Coll", "certificate or some college"],
  ["Asso", "associate’s degree"],
  ["Bach", "bachelor’s degree"],
  ["Mast", "master’s degree"],
  ["Doct", "doctoral or professional degree"],
] as const;

type SchoolingPart = { key: string; share: number; step: number; words: string };

/** Parts from least schooling to most, in percent as published, without levels of 0. */
export type SchoolingBar = {
  parts: SchoolingPart[];
  /** Of all published shares; a sum short of 100 is what the source withholds. */
  sum: number;
  /** How many people were asked; null where the source does not say. */
  asked: number | null;
  /** Of one of its figures, for where it is from. */
  figure: Figure;
};

/** How far published shares may miss 100 by rounding alone, in points. */
const ROUNDING = 0.5;

/** The bar of a role; undefined where no share is published. */
export function schoolingBar(profile: Profile, kind: SchoolingKind): SchoolingBar | undefined {
  const [levels, steps] = kind === "held" ? [heldEducationLevels, held] : [requiredEducationLevels, required];
  const known = levels.flatMap(([key]) => {
    const figure = figureOf(profile, `education_${kind}_${key}`);
    const [step, words] = steps[key] ?? [0, ""];
    return figure && typeof figure.value === "number"
      ? [{ key, share: figure.value, step, words, figure }]
      : [];
  });
  const [first] = known;
  const sum = Math.round(known.reduce((total, { share }) => total + share, 0) * 100) / 100;
  if (!first || sum === 0) return undefined;
  return {
    parts: known
      .filter(({ share }) => share > 0)
      .map(({ key, share, step, words }) => ({ key, share, step, words })),
    sum,
    asked: known.find(({ figure }) => figure.n !== null)?.figure.n ?? null,
    figure: first.figure,
  };
}

/** A word on shares that do not sum to 100 within rounding; empty where they do. */
export function sumText(bar: SchoolingBar): string {
  return Math.abs(bar.sum - 100) <= ROUNDING ? "" : `published shares sum to ${percent(bar.sum)}`;
}

/** The title of the bars: the schooling most often held, and the one most often required, of each role; undefined where nothing is published. */
export function schoolingFinding(roles: readonly Profile[]): string | undefined {
  const found = roles.flatMap((profile) => {
    const most = mostPhrase(profile);
    return most ? [{ plural: profile.role.plural, most }] : [];
  });
  // Careers counted in one group have the same words, which need to stand once only.
  const clauses = [...new Set(found.map(({ most }) => most))].map((most) => {
    const plurals = found.filter((one) => one.most === most).map(({ plural }) => plural);
    return `among ${listed(plurals)} the schooling most often ${most}`;
  });
  return clauses.length > 0 ? sentenceCase(clauses.join("; ")) : undefined;
}

function mostPhrase(profile: Profile): string | undefined {
  const [has, needs] = [mostOf(profile, "held"), mostOf(profile, "required")];
  if (has && needs) return `held is ${has}, and the one most often required is ${needs}`;
  return has ? `held is ${has}` : needs && `required is ${needs}`;
}

/** The largest part in words. Undefined where what the source withholds could hold a larger one. */
function mostOf(profile: Profile, kind: SchoolingKind): string | undefined {
  const bar = schoolingBar(profile, kind);
  if (!bar) return undefined;
  const most = Math.max(...bar.parts.map(({ share }) => share));
  const withheld = 100 - bar.sum;
  if (withheld > ROUNDING && withheld >= most) return undefined;
  return `${listed(bar.parts.filter(({ share }) => share === most).map(({ words }) => words))} (${percent(most)})`;
}
