import { and, asc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getOccupation } from "@/app/api/v1/occupations/[soc]/route";
import { GET as getRole } from "@/app/api/v1/roles/[slug]/route";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { auditEntries, corrections, figures, people, releases, roleEdits } from "@/db/schema";
import type { Actor, Person } from "@/domain/access";
import { NATION } from "@/domain/area";
import { type Comparison, rowFor } from "@/domain/comparison";
import { knownLevels } from "@/domain/correction";
import { figureOf, type Profile } from "@/domain/profile";
import { sentencesOf } from "@/domain/prose";
import type { Outcome } from "@/server/command";
import { comparisonOf } from "@/server/comparison/queries";
import { correctFigure } from "@/server/figure/correct-figure";
import { revertFigure } from "@/server/figure/revert-figure";
import { profilesOf } from "@/server/profile/queries";
import { editRole } from "@/server/role/edit-role";
import { allRoles, roleOfOccupation, rolesNear } from "@/server/role/queries";
import { revertRole } from "@/server/role/revert-role";
import { editorOf, roleDeskOf } from "./queries";

// Patient liaisons are counted under 29-2099, medical secretaries under 43-6013.
const LIAISON = "patient-liaison";
const SECRETARY = "medical-secretary";

const person = (grants: Person["grants"], name: string): Person => ({
  kind: "person",
  personId: uuidv7(),
  email: `${name.toLowerCase()}@example.org`,
  name,
  grants,
  seats: [],
});
const ada = person(["editor"], "Ada");
const ben = person(["editor"], "Ben");
const others: [string, Actor][] = [
  ["a visitor", { kind: "visitor" }],
  ["a person", person([], "Cleo")],
  ["a moderator", person(["moderator"], "Dan")],
  ["an employer's owner", { ...person([], "Eve"), seats: [{ employerId: "e", seat: "owner" }] }],
  ["an applicant", { kind: "applicant", applicationId: "a" }],
  ["a job", { kind: "system" }],
];

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
  await database.transaction(async (tx) => {
    for (const { personId, email, name } of [ada, ben])
      await tx.insert(people).values({ id: personId, email, name, createdAt: new Date() });
  });
});

const form = (change: Record<string, unknown> = {}) => ({
  role: SECRETARY,
  level: "official",
  measure: "annual_wage_median",
  area: "US",
  value: "",
  low: "",
  high: "",
  text: "",
  source: "State pay survey",
  sourceUrl: "https://example.org/survey",
  vintage: "June 2025",
  reason: "The release holds a typing error",
  ...change,
});
const edit = (change: Record<string, unknown> = {}) => ({
  role: LIAISON,
  summary: "",
  duties: "",
  titles: "",
  soc: "",
  reason: "Plainer words",
  ...change,
});

const bytesOf = async (slug: string, area = "US") =>
  (
    await getRole(new Request(`http://localhost/?area=${area}`), { params: Promise.resolve({ slug }) })
  ).text();
const bytesOfOccupation = async (soc: string, area = "US") =>
  (
    await getOccupation(new Request(`http://localhost/?area=${area}`), { params: Promise.resolve({ soc }) })
  ).text();

async function profile(slug: string): Promise<Profile> {
  const [found] = await profilesOf([slug], NATION);
  if (!found) throw new Error(`no ${slug}`);
  return found;
}
async function comparison(a: string, b: string): Promise<Comparison> {
  const found = await comparisonOf([a, b]);
  if ("fault" in found) throw new Error(found.fault);
  return found.comparison;
}
const medianOf = (found: Profile) => figureOf(found, "annual_wage_median");

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify([outcome.formError, outcome.fieldErrors]));
  return outcome.value;
}
const refusalOf = <T>(outcome: Outcome<T>) =>
  outcome.ok ? undefined : { form: outcome.formError, fields: outcome.fieldErrors };

const revert = async (role: string, correction: string, actor: Actor = ada) =>
  revertFigure(actor, { role, correction, reason: "The survey was withdrawn" });

async function deskOf(slug: string, area = "US") {
  const editor = editorOf(ada);
  if (!editor) throw new Error("Ada is an editor");
  return roleDeskOf(editor, slug, area);
}

async function rowsKept() {
  const { db } = await connection();
  const [kept, edits, audit] = await Promise.all([
    db.select().from(corrections).orderBy(asc(corrections.id)),
    db.select().from(roleEdits).orderBy(asc(roleEdits.id)),
    db.select().from(auditEntries).orderBy(asc(auditEntries.id)),
  ]);
  return { corrections: kept.length, edits: edits.length, audit: audit.length };
}

describe("an editor corrects a median", () => {
  test("profile, list, comparison, sentence and relation change; the revert brings the same bytes back", async () => {
    const before = await Promise.all([bytesOf(SECRETARY), bytesOf(LIAISON), bytesOfOccupation("43-6013")]);
    const listed = await allRoles();
    const sentences = sentencesOf(await comparison(SECRETARY, LIAISON)).map(({ text }) => text);
    const imported = medianOf(await profile(SECRETARY))?.value;
    expect(typeof imported).toBe("number");

    const p90 = value(await correctFigure(ada, form({ measure: "annual_wage_p90", value: "$99,000" })));
    const p75 = value(await correctFigure(ada, form({ measure: "annual_wage_p75", value: "95,000" })));
    const median = value(await correctFigure(ada, form({ value: "90,000" })));

    const corrected = await profile(SECRETARY);
    expect(medianOf(corrected)).toMatchObject({
      value: 90_000,
      unit: "dollars a year",
      area: "US",
      method: "corrected",
      source: {
        id: "correction",
        name: "State pay survey",
        release: "June 2025",
        url: "https://example.org/survey",
      },
      vintage: "June 2025",
      note: `Imported: $${Number(imported).toLocaleString("en-US")}, OEWS, May 2025. Reason: The release holds a typing error`,
    });
    expect(figureOf(corrected, "annual_wage_range")).toMatchObject({ high: 99_000, method: "corrected" });

    // Every role of the occupation shows it, and the lists of roles and the other API agree.
    const occupation = await roleOfOccupation("43-6013");
    expect(medianOf(await profile(occupation?.slug ?? ""))?.value).toBe(90_000);
    expect(await bytesOfOccupation("43-6013")).toContain("State pay survey");
    for (const { soc, annualMedian } of await allRoles())
      if (soc === "43-6013") expect(annualMedian).toBe(90_000);

    const pair = await comparison(SECRETARY, LIAISON);
    expect(rowFor(pair, "annual_wage_median")?.relations[0]?.relation).toBe("a_higher");
    expect(sentencesOf(pair)[0]?.text).toContain("$90,000");
    expect(sentencesOf(pair).map(({ text }) => text)).not.toEqual(sentences);

    // Two titles of the one occupation still cannot be told apart by its corrected figure.
    const group = await comparison(SECRETARY, occupation?.slug ?? "");
    for (const measure of ["annual_wage_median", "annual_wage_range"])
      expect(rowFor(group, measure)?.relations[0]?.relation).toBe("identical_inherited");
    expect(sentencesOf(group)[0]?.text).toContain("cannot tell");

    // The p90 cannot go back under a median above it; in turn all do.
    expect(refusalOf(await revert(SECRETARY, p75.correction))?.form).toContain("Revert that one first");
    for (const { correction } of [median, p75, p90]) value(await revert(SECRETARY, correction, ben));
    expect(await Promise.all([bytesOf(SECRETARY), bytesOf(LIAISON), bytesOfOccupation("43-6013")])).toEqual(
      before,
    );
    expect(await allRoles()).toEqual(listed);
  });

  test("in one state it changes that state alone, and where the state stands among the best paid", async () => {
    const before = await Promise.all([bytesOf(SECRETARY), bytesOf(SECRETARY, "US-CA")]);
    for (const [measure, amount] of [
      ["annual_wage_p90", "190,000"],
      ["annual_wage_p75", "180,000"],
      ["annual_wage_median", "170,000"],
    ])
      value(await correctFigure(ada, form({ area: "US-CA", measure, value: amount })));
    const national = await profile(SECRETARY);
    expect(medianOf(national)?.method).not.toBe("corrected");
    expect(national.lists.states[0]).toMatchObject({ area: "US-CA", value: 170_000 });
    expect(figureOf(national, "best_paying_state")?.value).toBe("California");
    expect(await bytesOf(SECRETARY, "US-CA")).toContain("170000");
    const desk = await deskOf(SECRETARY);
    expect(desk?.elsewhere.map((correction) => correction?.area)).toEqual(["US-CA", "US-CA", "US-CA"]);
    for (const correction of (desk?.elsewhere ?? []).reverse())
      value(await revert(SECRETARY, correction?.id ?? ""));
    expect(await Promise.all([bytesOf(SECRETARY), bytesOf(SECRETARY, "US-CA")])).toEqual(before);
  });

  test("a share, a level and a job zone; what is made from them follows", async () => {
    const before = await bytesOf(SECRETARY);
    const made = [];
    for (const change of [
      { measure: "women_share", value: "90.5%" },
      { measure: "education_held_master", value: "99" },
      { measure: "entry_education", text: "Bachelor's degree" },
      { measure: "job_zone", value: "5" },
      { measure: "best_paying_city", text: "Boston, MA" },
    ])
      made.push(value(await correctFigure(ada, form(change))).correction);
    const found = await profile(SECRETARY);
    expect(figureOf(found, "men_share")?.value).toBe(9.5);
    expect(figureOf(found, "most_common_education")).toMatchObject({ value: "Master’s degree", share: 99 });
    expect(figureOf(found, "entry_education")?.value).toBe("Bachelor's degree");
    expect(figureOf(found, "job_zone")?.value).toBe(5);
    const texts = sentencesOf(await comparison(SECRETARY, LIAISON)).map(({ text }) => text);
    expect(texts.join(" ")).toContain("a bachelor’s degree");
    for (const correction of made) value(await revert(SECRETARY, correction));
    expect(await bytesOf(SECRETARY)).toBe(before);
  });

  test("a figure of a merged code shows on the code and on its members, and tells none of them apart", async () => {
    const slugs = await Promise.all(
      ["13-1020", "13-1022", "13-1023"].map(async (soc) => (await roleOfOccupation(soc))?.slug ?? ""),
    );
    const before = await Promise.all(slugs.map((slug) => bytesOf(slug)));
    const [, first = "", second = ""] = slugs;
    const imported = Number(medianOf(await profile(first))?.value);
    const { correction } = value(
      await correctFigure(ada, form({ role: first, value: String(imported + 10) })),
    );
    for (const slug of slugs)
      expect(medianOf(await profile(slug))).toMatchObject({ value: imported + 10, method: "corrected" });
    expect(rowFor(await comparison(first, second), "annual_wage_median")?.relations[0]?.relation).toBe(
      "identical_inherited",
    );
    value(await revert(second, correction));
    expect(await Promise.all(slugs.map((slug) => bytesOf(slug)))).toEqual(before);
  });

  test("a figure of the title alone, imported or added", async () => {
    const before = await bytesOf(LIAISON);
    const mean = value(
      await correctFigure(
        ada,
        form({ role: LIAISON, level: "title", measure: "annual_wage_mean", value: "33,000" }),
      ),
    );
    const added = value(
      await correctFigure(
        ada,
        form({ role: LIAISON, level: "title", measure: "annual_wage_median", value: "31,000" }),
      ),
    );
    const { titleFigures, figures: official } = await profile(LIAISON);
    const of = (measure: string) => titleFigures.find((figure) => figure.measure === measure);
    expect(of("annual_wage_mean")).toMatchObject({ value: 33_000, method: "corrected" });
    expect(of("annual_wage_mean")?.note).toContain("Imported: $32,314, Seed page");
    expect(of("annual_wage_median")?.note).toContain("Added by an editor");
    expect(official.some(({ method }) => method === "corrected")).toBe(false);
    for (const { correction } of [mean, added]) value(await revert(LIAISON, correction));
    expect(await bytesOf(LIAISON)).toBe(before);
  });
});

describe("refusals", () => {
  test.each(others)("%s may neither correct, revert nor edit", async (_, actor) => {
    const { correction } = value(await correctFigure(ada, form({ measure: "median_age", value: "41" })));
    const kept = await rowsKept();
    for (const outcome of [
      await correctFigure(actor, form({ value: "50,000" })),
      await revert(SECRETARY, correction, actor),
      await editRole(actor, edit({ summary: "Mine." })),
      await revertRole(actor, { role: LIAISON, reason: "x" }),
    ])
      expect(refusalOf(outcome)?.form).toBe("You may not do this.");
    expect(await rowsKept()).toEqual(kept);
    value(await revert(SECRETARY, correction));
  });

  test("nor may they read what editors did", () => {
    for (const [name, actor] of others) expect(editorOf(actor), name).toBeUndefined();
    expect(editorOf(ada)).toBe(ada);
  });

  test("an admin may", async () => {
    const { correction } = value(
      await correctFigure({ ...ada, grants: ["admin"] }, form({ measure: "median_age", value: "41" })),
    );
    value(await revert(SECRETARY, correction));
  });

  test.each([
    ["an unknown role", { role: "nobody", value: "1" }, null],
    ["a name that is no slug", { role: "medical-secretaries", value: "1" }, null],
    ["a measure that is none", { measure: "wealth", value: "1" }, "measure"],
    ["a measure that follows others", { measure: "annual_wage_range", low: "1", high: "2" }, "measure"],
    ["pay above the 75th percentile", { value: "9,000,000" }, "value"],
    ["pay below the 25th", { value: "1" }, "value"],
    ["a share over 100", { measure: "women_share", value: "101" }, "value"],
    ["a level of no publisher", { measure: "entry_education", text: "A PhD" }, "text"],
    ["a place that is none", { area: "US-XX", value: "45,000" }, null],
    ["no reason", { value: "45,000", reason: " " }, "reason"],
    ["no source", { value: "45,000", source: "" }, "source"],
    ["a script for an address", { value: "45,000", sourceUrl: "javascript:alert(1)" }, "sourceUrl"],
    ["a field of its own", { value: "45,000", subject: "00-0000" }, null],
  ])("%s", async (_, change, field) => {
    const kept = await rowsKept();
    const refused = refusalOf(await correctFigure(ada, form(change)));
    expect(refused).toBeDefined();
    if (field) expect(Object.keys(refused?.fields ?? {})).toEqual([field]);
    else expect(refused?.form).toBeTruthy();
    expect(await rowsKept()).toEqual(kept);
  });

  test("a title's figure on the page of an occupation", async () => {
    const occupation = await roleOfOccupation("43-6013");
    const outcome = await correctFigure(
      ada,
      form({ role: occupation?.slug, level: "title", value: "45,000" }),
    );
    expect(refusalOf(outcome)?.form).toContain("occupation of its own");
  });

  test("the same sent twice is one row; a revert twice too", async () => {
    const before = await rowsKept();
    const sent = form({ measure: "median_age", value: "44" });
    const { correction } = value(await correctFigure(ada, sent));
    expect(refusalOf(await correctFigure(ada, sent))?.form).toContain("stands already");
    expect((await rowsKept()).corrections).toBe(before.corrections + 1);
    value(await revert(SECRETARY, correction));
    expect(refusalOf(await revert(SECRETARY, correction))?.form).toContain("no longer stands");
    expect(await rowsKept()).toEqual({
      ...before,
      corrections: before.corrections + 2,
      audit: before.audit + 2,
    });
  });

  test("a correction of another occupation is not reverted from here", async () => {
    const { correction } = value(await correctFigure(ada, form({ measure: "median_age", value: "44" })));
    expect(refusalOf(await revert(LIAISON, correction))?.form).toContain("no longer stands");
    value(await revert(SECRETARY, correction));
  });
});

describe("history", () => {
  test("of two editors the later wins, and both are shown with before and after", async () => {
    const sent = form({ measure: "median_age" });
    const first = value(await correctFigure(ada, { ...sent, value: "44" }));
    const second = value(await correctFigure(ben, { ...sent, value: "45", reason: "A later survey" }));
    expect(figureOf(await profile(SECRETARY), "median_age")?.value).toBe(45);
    // What Ada sees is gone: her revert does not undo Ben's.
    expect(refusalOf(await revert(SECRETARY, first.correction))?.form).toContain(
      "a later one took its place",
    );
    const desk = await deskOf(SECRETARY);
    const [later, earlier] = desk?.history ?? [];
    expect(later).toMatchObject({
      by: "Ben",
      reason: "A later survey",
      measure: "median_age",
      verb: "figure.correct",
    });
    expect(later?.changes[0]?.before).toBe("44, State pay survey, June 2025");
    expect(later?.changes[0]?.after).toBe("45, State pay survey, June 2025");
    expect(earlier).toMatchObject({ by: "Ada" });
    expect(earlier?.changes[0]?.before).toContain("Current Population Survey");
    const shown = desk?.figures.find(({ figure }) => figure.measure === "median_age");
    expect(shown).toMatchObject({ correction: { id: second.correction, by: "Ben" }, review: undefined });
    value(await revert(SECRETARY, second.correction));
    const [last] = (await deskOf(SECRETARY))?.history ?? [];
    expect(last).toMatchObject({ by: "Ada", verb: "figure.revert" });
    expect(last?.changes[0]?.after).toContain("Current Population Survey");
  });

  test("both at once: one row stands, both are kept", async () => {
    const before = await rowsKept();
    const sent = form({ measure: "median_age" });
    const outcomes = await Promise.all([
      correctFigure(ada, { ...sent, value: "46" }),
      correctFigure(ben, { ...sent, value: "47" }),
    ]);
    outcomes.map(value);
    expect((await rowsKept()).corrections).toBe(before.corrections + 2);
    const desk = await deskOf(SECRETARY);
    const standing = desk?.figures.find(({ figure }) => figure.measure === "median_age");
    expect(desk?.history[0]?.changes[0]?.after).toContain(String(standing?.figure.value));
    value(await revert(SECRETARY, standing?.correction?.id ?? ""));
  });

  test("a newer release keeps the correction and flags it", async () => {
    const { transaction } = await connection();
    const { correction } = value(await correctFigure(ada, form({ measure: "median_age", value: "41" })));
    const [release] = await (await connection()).db
      .select()
      .from(releases)
      .where(and(eq(releases.dataset, "cps-age"), eq(releases.state, "live")));
    const ofAge = and(
      eq(figures.releaseId, release?.id ?? -1),
      eq(figures.subject, "43-6013"),
      eq(figures.measure, "median_age"),
    );
    const [row] = await (await connection()).db.select().from(figures).where(ofAge);
    await transaction((tx) => tx.update(figures).set({ value: 12.5 }).where(ofAge));
    const desk = await deskOf(SECRETARY);
    const shown = desk?.figures.find(({ figure }) => figure.measure === "median_age");
    expect(shown?.figure).toMatchObject({ value: 41, method: "corrected" });
    expect(shown?.review).toMatch(/^The imported value was .+ when this was corrected, and is now 12.5/);
    await transaction((tx) => tx.update(figures).set({ value: row?.value }).where(ofAge));
    value(await revert(SECRETARY, correction));
  });
});

describe("an editor edits a role", () => {
  test("summary, duties, other titles and mapping; the revert brings the same bytes back", async () => {
    const before = await bytesOf(LIAISON);
    const listed = await allRoles();
    value(
      await editRole(
        ada,
        edit({
          summary: "Patient liaisons speak for patients.",
          duties: "Listen to patients\r\nWrite down what they ask",
          titles: "Zorblatt companion",
          soc: "43-6013",
        }),
      ),
    );
    const edited = await profile(LIAISON);
    expect(edited.summary).toBe("Patient liaisons speak for patients.");
    expect(edited.lists.duties).toEqual(["Listen to patients", "Write down what they ask"]);
    expect(edited.occupation?.soc).toBe("43-6013");
    const median = medianOf(await profile(SECRETARY))?.value;
    expect(medianOf(edited)?.value).toBe(median);
    const [row] = (await allRoles()).filter(({ slug }) => slug === LIAISON);
    expect(row).toMatchObject({ soc: "43-6013", annualMedian: median });
    expect((await rolesNear("zorblatt companion"))[0]?.slug).toBe(LIAISON);
    expect(rowFor(await comparison(SECRETARY, LIAISON), "annual_wage_median")?.relations[0]?.relation).toBe(
      "identical_inherited",
    );
    const desk = await deskOf(LIAISON);
    expect(desk?.isEdited).toBe(true);
    expect(desk?.history[0]?.changes.map(({ part }) => part)).toEqual([
      "Summary",
      "Duties",
      "Other titles",
      "SOC code",
    ]);
    value(await revertRole(ben, { role: LIAISON, reason: "Back to the source" }));
    expect(await bytesOf(LIAISON)).toBe(before);
    expect(await allRoles()).toEqual(listed);
    expect((await deskOf(LIAISON))?.isEdited).toBe(false);
    expect((await deskOf(LIAISON))?.history[0]).toMatchObject({ by: "Ben", verb: "role.revert" });
  });

  test("found by its plural name a role is the edited one too", async () => {
    value(await editRole(ada, edit({ summary: "Patient liaisons listen." })));
    expect((await profile("patient-liaisons")).summary).toBe("Patient liaisons listen.");
    value(await revertRole(ada, { role: LIAISON, reason: "Back" }));
  });

  test("what is left as shown stays as imported, and saving it so is refused as no change", async () => {
    const desk = await deskOf(LIAISON);
    const asShown = edit({
      summary: desk?.role.summary ?? "",
      duties: desk?.duties.join("\r\n"),
      soc: desk?.role.soc,
    });
    const kept = await rowsKept();
    expect(refusalOf(await editRole(ada, asShown))?.form).toContain("Nothing was changed");
    expect(refusalOf(await revertRole(ada, { role: LIAISON, reason: "x" }))?.form).toContain(
      "nothing to revert",
    );
    expect(await rowsKept()).toEqual(kept);
  });

  test("a mapping needs an occupation that is known, and none moves an occupation's own page", async () => {
    expect(refusalOf(await editRole(ada, edit({ soc: "99-9999" })))?.fields.soc).toBeDefined();
    expect(refusalOf(await editRole(ada, edit({ soc: "29-0000" })))?.fields.soc).toBeDefined();
    const occupation = await roleOfOccupation("43-6013");
    const outcome = await editRole(ada, edit({ role: occupation?.slug, soc: "29-2099" }));
    expect(refusalOf(outcome)?.fields.soc?.[0]).toContain("cannot change");
  });
});

test("every imported level is one that an editor may choose", async () => {
  const { db } = await connection();
  for (const [measure, known] of Object.entries(knownLevels)) {
    const rows = await db
      .selectDistinct({ text: figures.text })
      .from(figures)
      .where(eq(figures.measure, measure));
    expect(known, measure).toEqual(expect.arrayContaining(rows.flatMap(({ text }) => text ?? [])));
  }
});
