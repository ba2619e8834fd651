import { z } from "zod";
import { type MeasureKey, measureKeys } from "./measure";
import {
  AreasAnswer,
  CompareAnswer,
  ComparisonsAnswer,
  DocumentAnswer,
  listNames,
  OccupationAnswer,
  ReleasesAnswer,
  RoleAnswer,
  RolesAnswer,
  TitlesAnswer,
} from "./open-data-answer";
import { MOST_ROLES } from "./pair";

/**
 * Every address of the open data: what it takes and what it answers. Requests are checked by these schemas, and the
 * OpenAPI document is made from them (domain/openapi.ts). A new address is one more entry here.
 */
export type Operation = {
  id: string;
  path: string;
  summary: string;
  description: string;
  /** Parts of the path; one that does not fit is an address of nothing (404). */
  inPath: z.ZodObject;
  /** What may stand behind `?`. Every schema carries what it is, and what to give where it is wrong. */
  query: z.ZodObject;
  /** The shape of the JSON answer; null for one that is a file. */
  answer: z.ZodObject | null;
  /** What else it answers, beside JSON. */
  file?: "text/csv" | "application/gzip";
  /** Whether the path may name something that does not exist. */
  canMiss: boolean;
};

/** Beside the type of a parameter: said of it in the document and on the page, and to whoever gave a wrong one. */
type Told = { description: string; hint: string; examples: unknown[] };
const told = <S extends z.ZodType>(schema: S, words: Told): S => schema.meta(words) as S;

/** A list in one parameter, parted by commas. */
const commaList = <S extends z.ZodType>(items: z.ZodArray<S>) =>
  z.preprocess(
    (text) => (typeof text === "string" ? text.split(",").filter((item) => item !== "") : text),
    items,
  );
const wholeNumber = (schema: z.ZodInt) =>
  z.preprocess((text) => (typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : text), schema);

const MOST_ON_A_PAGE = 1000;
const areaCode = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const slug = z.string().regex(/^[a-z0-9-]{1,160}$/);

const area = told(areaCode.default("US"), {
  description:
    "Code of the place the figures are of. Measures published for the nation alone stay national, and say so.",
  hint: "Give US, a state such as US-CA, a metro such as cbsa-41940 or a nonmetro area.",
  examples: ["US-CA"],
});
const format = told(z.enum(["json", "csv"]).optional(), {
  description: "csv for comma-separated text; the header Accept: text/csv asks for the same.",
  hint: "Give json or csv.",
  examples: ["csv"],
});
const limit = told(wholeNumber(z.int().min(1).max(MOST_ON_A_PAGE)).default(100), {
  description: "How many entries a page has.",
  hint: `Give a whole number from 1 to ${MOST_ON_A_PAGE}.`,
  examples: [50],
});
const cursor = told(
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,400}$/)
    .optional(),
  {
    description: "Where the page begins: taken from next of the page before, and not to be made or read.",
    hint: "Take the whole address from next of the page before.",
    examples: ["eyJsaXN0Ijoicm9sZXMiLCJhZnRlciI6ImJha2VycyJ9"],
  },
);
const toggle = (description: string) =>
  told(z.enum(["0", "1"]).optional(), { description, hint: "Give 1, or leave it out.", examples: ["1"] });

const measureNames = z.enum(measureKeys as [MeasureKey, ...MeasureKey[]]);
const fieldNames = z.enum([...measureKeys, ...listNames] as [string, ...string[]]);
const fields = told(commaList(z.array(fieldNames).min(1).max(200)).optional(), {
  description: "Measures and lists to answer, parted by commas; all of them where it is left out.",
  hint: "Give measures such as annual_wage_median and lists such as skills, parted by commas.",
  examples: [["annual_wage_median", "employment", "skills"]],
});

const none = z.strictObject({});
const csv = { file: "text/csv" } as const;

export const operations = {
  roles: {
    id: "listRoles",
    path: "/api/v1/roles",
    summary: "List all roles",
    description: "Every role by slug, a page at a time.",
    inPath: none,
    query: z.strictObject({ limit, cursor, format }),
    answer: RolesAnswer,
    canMiss: false,
    ...csv,
  },
  role: {
    id: "getRole",
    path: "/api/v1/roles/{slug}",
    summary: "Read one role",
    description:
      "All figures and lists of a role in one area. Official figures come first, title-level ones after.",
    inPath: z.strictObject({
      slug: told(slug, {
        description: "Slug of the role, as listRoles gives it.",
        hint: "Take it from the list of roles.",
        examples: ["bakers"],
      }),
    }),
    query: z.strictObject({ area, fields, format }),
    answer: RoleAnswer,
    canMiss: true,
    ...csv,
  },
  occupation: {
    id: "getOccupation",
    path: "/api/v1/occupations/{soc}",
    summary: "Read one occupation",
    description: "All figures and lists of an official group in one area, the empty ones with their reason.",
    inPath: z.strictObject({
      soc: told(z.string().regex(/^\d{2}-\d{4}$/), {
        description: "Code of the 2018 SOC, or a merged code of its publisher.",
        hint: "Give a code such as 51-3011.",
        examples: ["51-3011"],
      }),
    }),
    query: z.strictObject({ area, fields, format }),
    answer: OccupationAnswer,
    canMiss: true,
    ...csv,
  },
  compare: {
    id: "compareRoles",
    path: "/api/v1/compare",
    summary: "Compare two to four roles",
    description: "The rows and sentences of the comparison page, in the order asked.",
    inPath: none,
    query: z.strictObject({
      roles: told(commaList(z.array(slug).min(2).max(MOST_ROLES)), {
        description: "Slugs of the roles, parted by commas.",
        hint: "Give two to four slugs, parted by commas.",
        examples: [["bakers", "barbers"]],
      }),
      area,
      real: toggle("1 divides pay by the price level of the area."),
      diff: toggle("1 gives only rows that differ."),
      fields: told(commaList(z.array(measureNames).min(1).max(200)).optional(), {
        description: "Measures to answer, parted by commas; all of them where it is left out.",
        hint: "Give measures such as annual_wage_median, parted by commas.",
        examples: [["annual_wage_median", "employment"]],
      }),
      format,
    }),
    answer: CompareAnswer,
    canMiss: true,
    ...csv,
  },
  comparisons: {
    id: "listComparisons",
    path: "/api/v1/comparisons",
    summary: "List comparisons chosen by editors",
    description: "The pairs that editors chose, by address, and when what they show last changed.",
    inPath: none,
    query: z.strictObject({ limit, cursor, format }),
    answer: ComparisonsAnswer,
    canMiss: false,
    ...csv,
  },
  areas: {
    id: "listAreas",
    path: "/api/v1/areas",
    summary: "List or find areas",
    description:
      "With q the areas that a typed place means, best first; with code the one of that code; else every area by code, a page at a time.",
    inPath: none,
    query: z.strictObject({
      q: told(z.string().max(200).optional(), {
        description: "A state, city, county, town or ZIP code as people type it.",
        hint: "Give up to 200 characters.",
        examples: ["San Diego"],
      }),
      code: told(areaCode.optional(), {
        description: "Code of one area.",
        hint: "Give a code such as US-CA. Look for it by its name in q.",
        examples: ["US-CA"],
      }),
      limit,
      cursor,
      format,
    }),
    answer: AreasAnswer,
    canMiss: true,
    ...csv,
  },
  titles: {
    id: "findTitles",
    path: "/api/v1/titles",
    summary: "Find what a job title means",
    description:
      "The occupations that a job title may mean, best first, one entry each, with the title that matched and how sure it is. Empty where nothing sensible comes near.",
    inPath: none,
    query: z.strictObject({
      q: told(
        z
          .string()
          .trim()
          .min(1)
          .max(200)
          // Spectral reads a pattern without the flag for characters beyond the first plane, Prism with it: this one reads alike.
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it keeps out
          .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/),
        {
          description: "A job title as people write it, with slips, abbreviations and words beside it.",
          hint: "Give a job title of up to 200 characters, without control characters.",
          examples: ["patient liason"],
        },
      ),
      limit: told(wholeNumber(z.int().min(1).max(25)).default(10), {
        description: "How many entries to answer at most.",
        hint: "Give a whole number from 1 to 25.",
        examples: [5],
      }),
      typing: toggle("1 takes the last word as one that is still being typed, for suggestions."),
      format,
    }),
    answer: TitlesAnswer,
    canMiss: false,
    ...csv,
  },
  releases: {
    id: "listReleases",
    path: "/api/v1/releases",
    summary: "List loaded releases",
    description: "Every data set that figures come from, with its edition, terms, and the file of its rows.",
    inPath: none,
    query: z.strictObject({ format }),
    answer: ReleasesAnswer,
    canMiss: false,
    ...csv,
  },
  release: {
    id: "downloadRelease",
    path: "/api/v1/releases/{dataset}",
    summary: "Download a release",
    description:
      "All rows of the live release of a data set as one gzip file of comma-separated text, as imported: what editors corrected since is not in it.",
    inPath: z.strictObject({
      dataset: told(z.string().regex(/^[a-z0-9-]{1,60}$/), {
        description: "Name of the data set, as listReleases gives it.",
        hint: "Take it from the list of releases.",
        examples: ["price-levels"],
      }),
    }),
    query: none,
    answer: null,
    file: "application/gzip",
    canMiss: true,
  },
  document: {
    id: "getDocument",
    path: "/api/v1/openapi.json",
    summary: "Read this document",
    description: "All of the open data, described for programs.",
    inPath: none,
    query: none,
    answer: DocumentAnswer,
    canMiss: false,
  },
} as const satisfies Record<string, Operation>;

/** What a request may be refused for, beside a fault of ours. */
export const problems = [
  [
    400,
    "Wrong parameters",
    "A parameter is unknown, given twice, or has a value that is none. errors names each.",
  ],
  [400, "Unknown area", "No area has the code given."],
  [400, "The same role twice", "A role cannot be compared with itself."],
  [400, "No price level", "real=1 was asked for an area without a price level."],
  [404, "Unknown address", "Nothing has this address."],
  [404, "Unknown role", "No role has the slug given."],
  [404, "Unknown occupation", "No detailed or merged occupation has the code given."],
  [404, "Unknown release", "No loaded data set that may be given away has this name."],
  [405, "Read only", "The open data are read by GET and HEAD alone."],
] as const;

/** How the document and the page name the kind of a problem. */
export const problemType = (title: string): string =>
  problems.some(([, known]) => known === title)
    ? `/developers#${title.toLowerCase().replaceAll(" ", "-")}`
    : "about:blank";
