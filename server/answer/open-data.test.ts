import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { and, count, eq, lt } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as getAreas } from "@/app/api/v1/areas/route";
import { GET as getCompare } from "@/app/api/v1/compare/route";
import { GET as getComparisons } from "@/app/api/v1/comparisons/route";
import { GET as getOccupation } from "@/app/api/v1/occupations/[soc]/route";
import { GET as getDocument } from "@/app/api/v1/openapi.json/route";
import { GET as getRelease, HEAD as headRelease } from "@/app/api/v1/releases/[dataset]/route";
import { GET as getReleases } from "@/app/api/v1/releases/route";
import { GET as getRole, OPTIONS } from "@/app/api/v1/roles/[slug]/route";
import { GET as getRoles } from "@/app/api/v1/roles/route";
import { GET as getTitles } from "@/app/api/v1/titles/route";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { figures, releases, wages } from "@/db/schema";
import { measureKeys } from "@/domain/measure";
import { type Operation, operations } from "@/domain/open-data";
import { listNames, Problem } from "@/domain/open-data-answer";

type Params = Record<string, string>;
type Handler = (request: Request, context: { params: Promise<never> }) => Response | Promise<Response>;
const handlers: Record<keyof typeof operations, Handler> = {
  roles: getRoles,
  role: getRole,
  occupation: getOccupation,
  compare: getCompare,
  comparisons: getComparisons,
  areas: getAreas,
  titles: getTitles,
  releases: getReleases,
  release: getRelease,
  document: getDocument,
};
type Name = keyof typeof operations;

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
});

function ask(name: Name, query = "", params: Params = {}, headers: Record<string, string> = {}) {
  const path = operations[name].path.replace(/\{(\w+)\}/g, (_, part) =>
    encodeURIComponent(params[part] ?? ""),
  );
  const request = new Request(`http://localhost${path}${query && `?${query}`}`, { headers });
  return handlers[name](request, { params: Promise.resolve(params) as Promise<never> });
}

/** The body of an answer that keeps to its schema; the test fails for one that does not. */
async function read<N extends Name>(name: N, query = "", params: Params = {}) {
  const answer = await ask(name, query, params);
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body).slice(0, 300)).toBe(200);
  const operation: Operation = operations[name];
  const checked = operation.answer?.safeParse(body);
  expect(checked?.error?.issues.slice(0, 3)).toBeUndefined();
  return body;
}

describe("every answer keeps to its schema", () => {
  test("titles, found or not, as JSON and as a table", async () => {
    const { titles, meta } = await read("titles", "q=Sr.+patient+liason+-+Remote&limit=3");
    expect(titles[0]).toMatchObject({ soc: "29-2099", role: "patient-liaison", via: { source: "role" } });
    expect(meta.releases).toContainEqual(expect.objectContaining({ source: "onet" }));
    expect((await read("titles", "q=asdf")).titles).toEqual([]);
    const [first] = parse(await (await ask("titles", "q=patient+liaison&format=csv")).text(), {
      columns: true,
    });
    expect(first).toMatchObject({ role: "patient-liaison", via: "patient liaison" });
  });

  test("roles and occupations, with all lists, in every kind of place", async () => {
    const whole = await read("role", "", { slug: "patient-liaison" });
    expect(Object.keys(whole.lists)).toEqual(listNames);
    expect(whole.meta.attribution).toEqual([
      expect.stringContaining("O*NET"),
      expect.stringContaining("unnamed"),
    ]);
    expect(whole.meta.releases).toContainEqual(
      expect.objectContaining({
        source: "oews",
        release: "May 2025",
        licence: expect.stringContaining("Public domain"),
      }),
    );
    expect(whole.meta.releases).toContainEqual(
      expect.objectContaining({ source: "seed-page", licence: null }),
    );
    for (const area of ["US-CA", "cbsa-41940", "nonmetro-0100001", "US-PR"])
      await read("role", `area=${area}`, { slug: "bakers" });
    for (const soc of ["51-3011", "13-1020", "13-1022", "55-1011", "25-2021"]) {
      const { role, figures: all } = await read("occupation", "", { soc });
      expect((await read("role", "", { slug: role })).figures.slice(0, all.length)).toEqual(all);
    }
  });

  test("comparisons, adjusted and in part", async () => {
    const roles = "bakers,barbers,patient-liaison,chief-executives";
    expect((await read("compare", `roles=${roles}`)).rows.length).toBeGreaterThan(20);
    const real = await read(
      "compare",
      "roles=bakers,barbers&area=US-CA&real=1&diff=1&fields=annual_wage_median",
    );
    expect(real.priceLevel.area).toBe("US-CA");
    expect(real.meta.releases.map(({ source }: { source: string }) => source)).toContain("bea");
    expect(real.rows.every(({ measure }: { measure: string }) => measure === "annual_wage_median")).toBe(
      true,
    );
  });

  test("places, releases and the document", async () => {
    expect((await read("areas", "q=San+Diego")).areas[0].code).toBe("cbsa-41740");
    expect((await read("areas", "q=90210&limit=1")).areas).toHaveLength(1);
    expect((await read("areas", "q=")).areas).toEqual([]);
    expect((await read("areas", "code=US-CA")).areas).toMatchObject([{ name: "California", why: null }]);
    const { releases: all } = await read("releases");
    expect(all.find(({ dataset }: { dataset: string }) => dataset === "seed-figures").file).toBeNull();
    await read("document");
  });
});

test("fields keeps what it names, and nothing else", async () => {
  const { figures: some, lists } = await read("role", "fields=employment,annual_wage_median,skills", {
    slug: "bakers",
  });
  expect(some.map(({ measure }: { measure: string }) => measure)).toEqual([
    "annual_wage_median",
    "employment",
  ]);
  expect(Object.keys(lists)).toEqual(["skills"]);
  const all = await read("role", `fields=${[...measureKeys, ...listNames].join()}`, { slug: "bakers" });
  expect(all).toEqual(await read("role", "", { slug: "bakers" }));
});

test.each([
  ["roles", "slug", 7],
  ["areas", "code", 61],
  ["comparisons", "page", 2],
] as const)("the pages of %s hold all of them once", async (name, key, limit) => {
  const whole = (await read(name, "limit=1000"))[name];
  const seen: unknown[] = [];
  let query = `limit=${name === "roles" ? limit * 40 : limit}`;
  for (let pages = 0; query && pages < 50; pages += 1) {
    const answer = await ask(name, query);
    const body = await answer.clone().json();
    seen.push(...body[name]);
    expect(answer.headers.get("link")?.includes('rel="next"')).toBe(body.next !== null);
    query = body.next?.replace(/^[^?]*\?/, "") ?? "";
  }
  if (whole.length < 1000) expect(seen).toEqual(whole);
  expect(new Set(seen.map((entry) => (entry as Params)[key])).size).toBe(seen.length);
});

test("what is kept is not sent again, and what changed is", async () => {
  for (const [name, query, params] of [
    ["roles", "", {}],
    ["role", "area=US-CA", { slug: "bakers" }],
    ["role", "format=csv", { slug: "bakers" }],
    ["compare", "roles=bakers,barbers", {}],
    ["releases", "", {}],
    ["document", "", {}],
    ["release", "", { dataset: "price-levels" }],
  ] as [Name, string, Params][]) {
    const tag = (await ask(name, query, params)).headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]{20,}"$/);
    for (const header of [tag, `"x", ${tag}`, tag.slice(2), "*"]) {
      const kept = await ask(name, query, params, { "if-none-match": header });
      expect([kept.status, await kept.text(), kept.headers.get("etag")]).toEqual([304, "", tag]);
      expect(kept.headers.get("access-control-allow-origin")).toBe("*");
    }
    expect((await ask(name, query, params, { "if-none-match": '"x", W/"y"' })).status).toBe(200);
  }
  const tags = await Promise.all(
    ["", "area=US-CA", "format=csv"].map(async (query) =>
      (await ask("role", query, { slug: "bakers" })).headers.get("etag"),
    ),
  );
  expect(new Set(tags).size).toBe(3);
});

test("comma-separated text has a line for each figure, by format or by Accept", async () => {
  const answer = await ask("role", "", { slug: "patient-liaison" }, { accept: "text/csv" });
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("vary")).toBe("Accept");
  const lines = parse(await answer.text(), { columns: true }) as Params[];
  const { figures: all } = await read("role", "", { slug: "patient-liaison" });
  expect(lines.map(({ measure, value }) => [measure, value])).toEqual(
    all.map(({ measure, value }: { measure: string; value: unknown }) => [
      measure,
      value === null ? "" : String(value),
    ]),
  );
  for (const [name, query, params] of [
    ["roles", "limit=3", {}],
    ["areas", "limit=3", {}],
    ["comparisons", "limit=3", {}],
    ["releases", "", {}],
    ["compare", "roles=bakers,barbers", {}],
    ["occupation", "", { soc: "51-3011" }],
  ] as [Name, string, Params][]) {
    const text = await (await ask(name, `${query}&format=csv`.replace(/^&/, ""), params)).text();
    expect(parse(text, { columns: true }).length, name).toBeGreaterThan(2);
  }
});

test("a browser may ask beforehand, from anywhere", async () => {
  const answer = OPTIONS();
  expect([answer.status, answer.headers.get("access-control-allow-headers")]).toEqual([
    204,
    "Accept, If-None-Match",
  ]);
  expect((await ask("roles", "limit=1")).headers.get("access-control-expose-headers")).toBe("ETag, Link");
});

describe("what is wrong is named", () => {
  const long = "a".repeat(10_000);
  test.each<[Name, string, Params, number, string[] | null]>([
    ["role", "", { slug: "no-such-role" }, 404, null],
    ["role", "", { slug: "\0" }, 404, null],
    ["role", "", { slug: long }, 404, null],
    ["role", "x=1", { slug: "bakers" }, 400, ["x"]],
    ["role", "area=US-ZZ", { slug: "bakers" }, 400, ["area"]],
    ["role", "area=%00", { slug: "bakers" }, 400, ["area"]],
    ["role", "area=US-CA&area=US-NY", { slug: "bakers" }, 400, ["area"]],
    ["role", "fields=pay", { slug: "bakers" }, 400, ["fields"]],
    ["role", "format=xml&limit=3", { slug: "bakers" }, 400, ["format", "limit"]],
    ["occupation", "", { soc: "99-9999" }, 404, null],
    ["occupation", "", { soc: "51-3011\0" }, 404, null],
    ["compare", "", {}, 400, ["roles"]],
    ["compare", "roles=bakers", {}, 400, ["roles"]],
    ["compare", "roles=bakers,bakers", {}, 400, ["roles"]],
    ["compare", "roles=bakers,no-such-role", {}, 404, ["roles"]],
    ["compare", "roles=bakers,%00", {}, 400, ["roles"]],
    ["compare", "roles=bakers,barbers&area=US-ZZ", {}, 400, ["area"]],
    ["compare", "roles=bakers,barbers&real=1", {}, 400, ["real"]],
    ["compare", "roles=bakers,barbers&fields=skills", {}, 400, ["fields"]],
    ["roles", "limit=99999999999999", {}, 400, ["limit"]],
    ["roles", "limit=-1&cursor=x", {}, 400, ["limit"]],
    ["roles", "cursor=x", {}, 400, ["cursor"]],
    ["roles", `cursor=${btoa('{"list":"areas","after":"US"}').replaceAll("=", "")}`, {}, 400, ["cursor"]],
    ["areas", `q=${long}`, {}, 400, ["q"]],
    ["areas", "code=US-ZZ", {}, 404, ["code"]],
    ["areas", "code=%00", {}, 400, ["code"]],
    ["areas", `cursor=${long}`, {}, 400, ["cursor"]],
    ["comparisons", "cursor=bnVsbA", {}, 400, ["cursor"]],
    ["releases", "limit=1", {}, 400, ["limit"]],
    ["release", "", { dataset: "seed-figures" }, 404, null],
    ["release", "", { dataset: "no-such" }, 404, null],
    ["release", "", { dataset: "../x\0" }, 404, null],
    ["document", "x=1", {}, 400, ["x"]],
  ])("%s ?%.40s", async (name, query, params, status, names) => {
    const answer = await ask(name, query, params);
    const body = Problem.parse(await answer.json());
    expect([answer.status, body.status]).toEqual([status, status]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(body.errors?.map((error) => error.name) ?? null).toEqual(names);
    expect(body.detail).toMatch(/\.$/);
    expect(body.type, body.title).toMatch(/^\/developers#[a-z-]+$/);
  });

  test.each(["%00", "%01%0D%0A", "%E2%80%AE", "%CC%81", "%F0%9F%92%A9", "'%20or%201=1--", "a%25_*", "NEAR("])(
    "a place typed as %s gets an answer",
    async (text) => {
      expect((await read("areas", `q=${text}`)).areas).toBeInstanceOf(Array);
    },
  );
});

describe("a release as one file", () => {
  const rowsOf = async (dataset: string) => {
    const answer = await ask("release", "", { dataset });
    expect(answer.headers.get("content-type")).toBe("application/gzip");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w.-]+\.csv\.gz"$/);
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
    return parse(text, { columns: true }) as Params[];
  };

  test("holds every row once, whatever its key", async () => {
    const { releases: all } = await read("releases");
    for (const dataset of [
      "price-levels",
      "oews-state",
      "ep-separations",
      "onet-titles",
      "onet-related",
      "pairs",
    ]) {
      const rows = await rowsOf(dataset);
      expect(rows.length, dataset).toBe(
        all.find((release: { dataset: string }) => release.dataset === dataset).rows,
      );
      expect(new Set(rows.map((row) => JSON.stringify(row))).size, dataset).toBe(rows.length);
      expect(Object.keys(rows[0] ?? {})).not.toContain("releaseId");
    }
  });

  test("has the values that the database has", async () => {
    const { db } = await connection();
    const idOf = (dataset: string) =>
      db
        .select({ id: releases.id })
        .from(releases)
        .where(and(eq(releases.dataset, dataset), eq(releases.state, "live")));
    const [state] = await idOf("oews-state");
    const rows = await rowsOf("oews-state");
    const [texas] = await db
      .select()
      .from(wages)
      .where(and(eq(wages.releaseId, state?.id ?? 0), eq(wages.soc, "51-3011"), eq(wages.area, "US-TX")));
    expect(rows.find(({ soc, area }) => soc === "51-3011" && area === "US-TX")).toMatchObject({
      annualMedian: String(texas?.annualMedian),
      employment: String(texas?.employment),
      marks: texas?.marks ?? "",
    });
    // Below zero they stay numbers.
    const [projections] = await idOf("ep-employment");
    const [{ falling = 0 } = {}] = await db
      .select({ falling: count() })
      .from(figures)
      .where(and(eq(figures.releaseId, projections?.id ?? 0), lt(figures.value, 0)));
    const below = (await rowsOf("ep-employment")).filter(({ value }) => Number(value) < 0);
    expect([falling > 0, below.length]).toEqual([true, falling]);
  });

  test("asked for its head alone, it is not made", async () => {
    const request = new Request("http://localhost/api/v1/releases/oews-metro", { method: "HEAD" });
    const answer = await headRelease(request, { params: Promise.resolve({ dataset: "oews-metro" }) });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
});
