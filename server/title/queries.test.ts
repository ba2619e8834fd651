import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { roleEdits } from "@/db/schema";
import { rolesMeant, rolesNear } from "@/server/role/queries";
import { titlesNear } from "./queries";

beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
});
afterAll(async () => (await connection()).close());

const socsOf = async (text: string) => (await titlesNear(text)).map(({ soc }) => soc);

test("the project's roles, official titles and O*NET's are found, with what matched", async () => {
  expect((await titlesNear("Patient liason"))[0]).toMatchObject({
    soc: "29-2099",
    role: "patient-liaison",
    title: "Health Technologists and Technicians, All Other",
    via: { title: "patient liaison", source: "role" },
  });
  expect((await titlesNear("patient services coordinator"))[0]?.role).toBe("patient-service-coordinator");
  expect((await titlesNear("Avionics Mechanic"))[0]).toMatchObject({ soc: "49-2091" });
  expect((await titlesNear("Home Health and Personal Care Aides"))[0]?.soc).toBe("31-1120");
});

test("a title of many occupations offers them by jobs held", async () => {
  expect((await socsOf("Teacher"))[0]).toBe("25-2021");
  expect((await socsOf("CNA"))[0]).toBe("31-1131");
});

test("an occupation is given once, a role once, and what is no job not at all", async () => {
  const socs = await socsOf("nurse");
  expect(new Set(socs).size).toBe(socs.length);
  const slugs = (await rolesNear("nurse", 30)).map(({ slug }) => slug);
  expect(slugs[0]).toBe("registered-nurses");
  expect(slugs).toContain("nurse-practitioners");
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const text of ["asdf", "the", "😀", "remote", "full time", "Austin TX", ""])
    expect(await titlesNear(text), text).toEqual([]);
  expect(await rolesNear("zzxqj")).toEqual([]);
});

test("a slug is the one role of it, a title those that come near", async () => {
  expect((await rolesMeant("patient-liaison")).map(({ slug }) => slug)).toEqual(["patient-liaison"]);
  expect((await rolesMeant("medical secretary"))[0]?.slug).toBe("medical-secretary");
});

test("a title that an editor names is found at the next request, and no more once it is taken back", async () => {
  const { transaction } = await connection();
  const edit = (titles: string[] | null) =>
    transaction((tx) =>
      tx.insert(roleEdits).values({
        id: uuidv7(),
        role: "patient-liaison",
        summary: null,
        duties: null,
        titles,
        soc: null,
        reason: "A test",
        personId: "nobody",
        createdAt: new Date(0),
      }),
    );
  expect(await titlesNear("quibbler")).toEqual([]);
  await edit(["Ward quibbler"]);
  expect((await titlesNear("Sr. ward quibblers (nights)"))[0]).toMatchObject({
    role: "patient-liaison",
    via: { title: "Ward quibbler", source: "role" },
  });
  await edit(null);
  expect(await titlesNear("ward quibbler")).toEqual([]);
});
