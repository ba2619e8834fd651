import { bool, index, int, primaryKey, real, table, text } from "../dialect";

/** Official groups: the 2018 SOC structure, and the merged codes of OEWS and the projections. */
export const occupations = table(
  "occupations",
  {
    releaseId: int().notNull(),
    /** `29-2099`; for a merged code the publisher's own, `13-1020`. */
    soc: text().notNull(),
    title: text().notNull(),
    level: text({ enum: ["major", "minor", "broad", "detailed", "merged"] }).notNull(),
    /** The merged code under which this detailed one is published, if any. */
    mergedInto: text(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.soc] })],
);

/** Names people use for an occupation. */
export const occupationTitles = table(
  "occupation_titles",
  {
    releaseId: int().notNull(),
    position: int().notNull(),
    soc: text().notNull(),
    /** `29-2099.08`, or null where the source names the six-digit code only. */
    onetSoc: text(),
    title: text().notNull(),
    shortTitle: text(),
    kind: text({ enum: ["alternate", "reported", "direct_match", "profile"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.position] }), index("occupation_titles_soc").on(t.soc)],
);

/** Sentences of the sources about an occupation (SOC definitions, O*NET descriptions and task statements, reasons of the projections); only from an operator's files, never from the bundle. */
export const occupationTexts = table(
  "occupation_texts",
  {
    releaseId: int().notNull(),
    position: int().notNull(),
    soc: text().notNull(),
    onetSoc: text(),
    kind: text({ enum: ["definition", "description", "task", "reason"] }).notNull(),
    text: text().notNull(),
    /** For a task: whether the source calls it core. */
    core: bool(),
    /** For a reason: the industry it is of, as the source names it. */
    industry: text(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.position] }), index("occupation_texts_soc").on(t.soc)],
);

/** Detailed work activities of an O*NET occupation. */
export const occupationActivities = table(
  "occupation_activities",
  {
    releaseId: int().notNull(),
    onetSoc: text().notNull(),
    /** O*NET DWA id. */
    activity: text().notNull(),
    title: text().notNull(),
    /** How many of the occupation's tasks map to it, and how many of those are core. */
    tasks: int().notNull(),
    coreTasks: int().notNull(),
    /** Place of its first task in the publisher's order. */
    position: int().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.onetSoc, t.activity] })],
);

/** Software and tools of the trade named for an O*NET occupation. */
export const occupationTechnologies = table(
  "occupation_technologies",
  {
    releaseId: int().notNull(),
    position: int().notNull(),
    onetSoc: text().notNull(),
    name: text().notNull(),
    category: text().notNull(),
    hot: bool().notNull(),
    inDemand: bool().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.position] }),
    index("occupation_technologies_onet").on(t.onetSoc),
  ],
);

/** Related occupations in the publisher's order. */
export const relatedOccupations = table(
  "related_occupations",
  {
    releaseId: int().notNull(),
    onetSoc: text().notNull(),
    /** 1 to 20. */
    position: int().notNull(),
    relatedOnetSoc: text().notNull(),
    tier: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.onetSoc, t.position] })],
);

/** Ratings of skills and knowledge. Scales: importance 1 to 5, level 0 to 7. */
export const occupationRatings = table(
  "occupation_ratings",
  {
    releaseId: int().notNull(),
    /** O*NET-SOC code; the knowledge roll-up also has six-digit codes. */
    onetSoc: text().notNull(),
    /** O*NET element id, `2.A.1.a`. */
    element: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: ["skill", "knowledge"] }).notNull(),
    importance: real().notNull(),
    importanceN: int(),
    importanceError: real(),
    importanceSuppressed: bool().notNull(),
    level: real(),
    levelN: int(),
    levelError: real(),
    levelSuppressed: bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.onetSoc, t.element] })],
);

/** A link between two code systems, such as SOC 2018 to CIP 2020. */
export const crosswalkLinks = table(
  "crosswalk_links",
  {
    releaseId: int().notNull(),
    position: int().notNull(),
    fromSystem: text().notNull(),
    fromCode: text().notNull(),
    toSystem: text().notNull(),
    toCode: text().notNull(),
    toTitle: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.position] }),
    index("crosswalk_links_from").on(t.fromSystem, t.fromCode),
  ],
);
