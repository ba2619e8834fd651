import { z } from "zod";
import { relations } from "./comparison";
import { Figure, FigureSource } from "./figure";

/**
 * What the open data answers, as schemas: the OpenAPI document is made from them, and tests hold every answer to
 * them. The types are those of the rules that make the answers, so that the compiler tells when the two part.
 */
export const openDataSchemas = z.registry<{ id: string; description?: string }>();
const named = <S extends z.ZodType>(id: string, description: string, schema: S): S => {
  openDataSchemas.add(schema, { id, description });
  return schema;
};

named("FigureSource", "The data set and release that a figure is from.", FigureSource);
named(
  "Figure",
  "One value of one measure in one area: a value (number or text), a range by low and high, or none of them with nullReason. Money in US dollars, shares and changes in percent, jobs and openings in persons.",
  Figure,
);

const Area = named(
  "Area",
  "A place that figures are published for.",
  z.strictObject({
    code: z.string(),
    name: z.string(),
    kind: z.enum(["nation", "state", "metro", "nonmetro", "territory"]),
  }),
);

const group = z.strictObject({ soc: z.string(), title: z.string() });
const Occupation = named(
  "Occupation",
  "The official group that a role is counted under; mergedInto where its source publishes it with others under one code.",
  group.extend({ mergedInto: group.nullable() }),
);

const roleName = {
  slug: z.string(),
  singular: z.string(),
  plural: z.string(),
  article: z.enum(["a", "an"]),
  kind: z.enum(["occupation", "title"]),
};
const Role = named(
  "Role",
  "A job with a page of its own: an occupation, or a title counted under one.",
  z.strictObject(roleName),
);

const Release = named(
  "Release",
  "One dated edition of one source that an answer draws on.",
  z.strictObject({
    source: z.string(),
    name: z.string(),
    release: z.string(),
    publisher: z.string().nullable(),
    licence: z.string().nullable(),
    url: z.string(),
  }),
);

const Meta = named(
  "Meta",
  "Terms and origin of all that stands in the answer.",
  z.strictObject({
    licence: z.string(),
    attribution: z.array(z.string()),
    documentation: z.string(),
    releases: z.array(Release),
  }),
);
export type Meta = z.infer<typeof Meta>;

const rating = { element: z.string(), name: z.string(), level: z.number().nullable() };
const placePay = z.strictObject({
  area: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.enum(["dollars a year", "dollars an hour"]),
  employment: z.number(),
});
const lists = {
  skills: z.array(
    z.union([
      z.strictObject({ ...rating, importance: z.number() }),
      z.strictObject({
        name: z.string(),
        share: z.number(),
        source: FigureSource,
        importance: z.null(),
        level: z.null(),
      }),
    ]),
  ),
  knowledge: z.array(z.strictObject({ ...rating, importance: z.number() })),
  technology: z.array(
    z.strictObject({ name: z.string(), category: z.string(), hot: z.boolean(), inDemand: z.boolean() }),
  ),
  duties: z.array(z.string()),
  related: z.array(
    z.strictObject({
      soc: z.string(),
      role: z.string().nullable(),
      title: z.string(),
      index: z.int(),
    }),
  ),
  states: z.array(placePay),
  metros: z.array(placePay),
  industries: z.array(
    z.strictObject({
      naics: z.string(),
      name: z.string(),
      value: z.number(),
      employment: z.number(),
      atLeast: z.boolean(),
    }),
  ),
};
export const listNames = Object.keys(lists) as (keyof typeof lists)[];
const Lists = named(
  "Lists",
  "Skills and knowledge by importance (1 to 5, level 0 to 7), places and industries by median pay a year. Lists that fields leaves out are not there.",
  z.strictObject(lists).partial(),
);

const Relation = named(
  "Relation",
  "A role against the first: absolute in the unit of the measure, percent of the lower; overlap of pay ranges in dollars and in percent of the narrower.",
  z.strictObject({
    relation: z.enum(relations),
    difference: z.strictObject({ absolute: z.number(), percent: z.number().nullable() }).optional(),
    overlap: z.strictObject({ absolute: z.number(), share: z.number() }).optional(),
  }),
);

const Row = named(
  "Row",
  "One measure across the roles: the official figure of each with title-level ones beside it, and one relation for each role after the first.",
  z.strictObject({
    measure: Figure.shape.measure,
    cells: z.array(z.strictObject({ figure: Figure, also: z.array(Figure) })),
    relations: z.array(Relation),
  }),
);

const PriceLevel = named(
  "PriceLevel",
  "What goods, services and rents cost in an area, in percent of the nation’s; pay is divided by it.",
  z.strictObject({
    area: z.string(),
    name: z.string(),
    level: z.number(),
    source: FigureSource,
    vintage: z.string(),
  }),
);

/** The address of the next page; null on the last one. */
const next = z.string().nullable();

export const OccupationAnswer = named(
  "OccupationAnswer",
  "An occupation with its figures and lists in one area.",
  z.strictObject({
    soc: z.string(),
    title: z.string(),
    mergedInto: group.nullable(),
    role: z.string(),
    area: Area,
    figures: z.array(Figure),
    lists: Lists,
    skillsNote: z.string(),
    meta: Meta,
  }),
);

export const RoleAnswer = named(
  "RoleAnswer",
  "A role with its figures and lists in one area; title-level figures stand after the official ones.",
  z.strictObject({
    role: Role,
    occupation: Occupation.nullable(),
    area: Area,
    summary: z.string(),
    figures: z.array(Figure),
    lists: Lists,
    skillsNote: z.string(),
    meta: Meta,
  }),
);

export const RolesAnswer = named(
  "RolesAnswer",
  "One page of all roles, by slug.",
  z.strictObject({
    roles: z.array(z.strictObject({ ...roleName, soc: z.string().nullable() })),
    next,
    meta: Meta,
  }),
);

export const CompareAnswer = named(
  "CompareAnswer",
  "Two to four roles as rows and sentences, in the order asked.",
  z.strictObject({
    roles: z.array(z.strictObject({ ...roleName, occupation: Occupation.nullable() })),
    area: Area,
    priceLevel: PriceLevel.nullable(),
    rows: z.array(Row),
    sentences: z.array(z.string()),
    meta: Meta,
  }),
);

export const ComparisonsAnswer = named(
  "ComparisonsAnswer",
  "One page of the comparisons that editors chose, by address.",
  z.strictObject({
    comparisons: z.array(
      z.strictObject({ roles: z.array(z.string()), page: z.string(), changedAt: z.iso.datetime() }),
    ),
    next,
    meta: Meta,
  }),
);

export const AreasAnswer = named(
  "AreasAnswer",
  "Areas by code, or those that a typed place means, best first, with why.",
  z.strictObject({
    areas: z.array(z.strictObject({ ...Area.shape, why: z.string().nullable() })),
    next,
    meta: Meta,
  }),
);

export const TitlesAnswer = named(
  "TitlesAnswer",
  "Occupations that a job title may mean, best first: the title that matched, and how sure it is from 0 to 1.",
  z.strictObject({
    titles: z.array(
      z.strictObject({
        soc: z.string().nullable(),
        role: z.string(),
        title: z.string(),
        score: z.number().min(0).max(1),
        via: z.strictObject({ title: z.string(), source: z.string() }),
      }),
    ),
    meta: Meta,
  }),
);

export const ReleasesAnswer = named(
  "ReleasesAnswer",
  "Every data set that is loaded, with its release. The file holds its rows as imported; it is null where no licence is known.",
  z.strictObject({
    releases: z.array(
      Release.extend({
        dataset: z.string(),
        vintage: z.string(),
        attribution: z.string().nullable(),
        converted: z.boolean(),
        importedAt: z.iso.datetime(),
        rows: z.int(),
        digest: z.string(),
        file: z.string().nullable(),
      }),
    ),
    meta: Meta,
  }),
);

export const DocumentAnswer = named(
  "DocumentAnswer",
  "An OpenAPI 3.1 document.",
  z.looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.looseObject({}),
  }),
);

export const Problem = named(
  "Problem",
  "What was wrong, as RFC 9457 describes it; errors names each wrong parameter.",
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.strictObject({ name: z.string(), in: z.enum(["query", "path"]), detail: z.string() }))
      .optional(),
  }),
);
export type Problem = z.infer<typeof Problem>;
