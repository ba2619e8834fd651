import fs from "node:fs";
import zlib from "node:zlib";
import { parse } from "csv-parse/sync";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { MetroRanking } from "@/components/comparison/metro-ranking";
import { PayDots } from "@/components/comparison/pay-dots";
import { PayForm } from "@/components/comparison/pay-form";
import { PayHistory } from "@/components/comparison/pay-history";
import { Projection } from "@/components/comparison/projection";
import { SchoolingBars } from "@/components/comparison/schooling-bars";
import { StateGrid } from "@/components/comparison/state-grid";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { oewsTopCode } from "@/data/sources";
import { connection } from "@/db/client";
import { dialect } from "@/db/dialect";
import { dollars, dollarsAndCents, percent } from "@/domain/amount";
import { NATION } from "@/domain/area";
import { type Comparison, compare } from "@/domain/comparison";
import { metroFinding } from "@/domain/metro-ranking";
import { dotsOf, payFigures, payPeriod, percentiles } from "@/domain/pay-dots";
import { historyFinding, historyPoints, type PayYear } from "@/domain/pay-history";
import { picturedRoles } from "@/domain/pictured-role";
import { figureOf, type Profile } from "@/domain/profile";
import { projectionFinding } from "@/domain/projection";
import { payFinding } from "@/domain/prose";
import { schoolingFinding } from "@/domain/schooling-bar";
import { stateJobsFinding, statePayFinding, statePayMeasure } from "@/domain/state-grid";
import type { PlacePay } from "@/domain/wage";
import { profilesOf } from "@/server/profile/queries";
import { allRoles } from "@/server/role/queries";

// Pictures are made of profiles alone, so that PostgreSQL need only show that its profiles are as good.
const EVERY = dialect === "sqlite" ? 4 : 40;
const COMPARISONS = dialect === "sqlite" ? 240 : 60;
const YEARS = [2021, 2022, 2023, 2024, 2025];

let profiles: Profile[];
let history: (soc: string) => PayYear[];
let states: (soc: string) => PlacePay[];

beforeAll(async () => {
  const database = await connection();
  await database.migrate();
  await loadBundleIfNeeded(database, () => {});
  const slugs = (await allRoles()).map(({ slug }) => slug).filter((_, i) => i % EVERY === 0);
  profiles = [];
  for (let at = 0; at < slugs.length; at += 20)
    profiles.push(...((await profilesOf(slugs.slice(at, at + 20), NATION)) as Profile[]));
  history = readHistory();
  states = readStates();
});

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });
const number = (text: string | undefined) => (text ? Number(text) : null);

/** The published years of each code, straight from the files. */
function readHistory(): typeof history {
  const editions = YEARS.map((year) => ({
    year,
    rows: new Map(
      rowsOf(fs.readFileSync(`data/bundle/oews-national-${year}.csv`, "utf8")).map((row) => [row.soc, row]),
    ),
  }));
  return (soc) =>
    editions.map(({ year, rows }) => {
      const row = rows.get(soc);
      const isTop = row?.marks?.split(";").includes("annualMedian=top");
      return {
        year,
        soc,
        annualMedian: number(row?.annualMedian),
        topCode: isTop ? (oewsTopCode(year)?.annual ?? null) : null,
        nullReason: row?.annualMedian || isTop ? null : ("not_published" as const),
      };
    });
}

/** All published states of each code, straight from the file. */
function readStates(): typeof states {
  const names = new Map(
    rowsOf(fs.readFileSync("data/bundle/areas.csv", "utf8")).map(({ code, name }) => [code, name ?? ""]),
  );
  const byCode = new Map<string, PlacePay[]>();
  const text = zlib.brotliDecompressSync(fs.readFileSync("data/bundle/oews-state.csv.br")).toString("utf8");
  const nation = rowsOf(fs.readFileSync("data/bundle/oews-national-2025.csv", "utf8"));
  const hourly = new Set(
    nation
      .filter(({ hourlyMedian, marks }) => hourlyMedian && marks?.includes("annualMedian=not_applicable"))
      .map(({ soc }) => soc),
  );
  for (const { soc = "", area = "", annualMedian, hourlyMedian, employment } of rowsOf(text)) {
    const place = {
      area,
      name: names.get(area) ?? area,
      annualMedian: number(annualMedian),
      hourlyMedian: hourly.has(soc) ? number(hourlyMedian) : null,
      employment: number(employment),
    };
    byCode.set(soc, [...(byCode.get(soc) ?? []), place]);
  }
  return (soc) => byCode.get(soc) ?? [];
}

/** Comparisons of two to four roles, spread over all of them; the pairs of one group stand among them. */
function* drawn(): Generator<Comparison> {
  for (let i = 0; i < COMPARISONS; i++) {
    const roles = Array.from(
      { length: 2 + (i % 3) },
      (_, k) => profiles[(i * 7 + k * k * 131 + k) % profiles.length],
    );
    if (roles.every((role) => role) && new Set(roles).size === roles.length)
      yield compare(roles as Profile[], NATION);
  }
  const longest = profiles.toSorted((a, b) => b.role.plural.length - a.role.plural.length).slice(0, 4);
  yield compare(longest, NATION);
}

const codeOf = ({ occupation }: Profile) => occupation?.mergedInto?.soc ?? occupation?.soc ?? "";

type Drawn = { picture: string; comparison: Comparison; markup: string };

/** Each picture of a comparison as markup, with the state maps of pay and of jobs from all published places. */
function picturesOf(comparison: Comparison): Drawn[] {
  const roles = picturedRoles(comparison);
  const places = roles.map((role) => ({ role, places: states(codeOf(role.profile)) }));
  const made: [string, ReactNode][] = [
    ["dots", createElement(PayDots, { comparison, finding: payFinding(comparison), ownPay: 60_000 })],
    [
      "state pay",
      createElement(StateGrid, {
        roles: places,
        measure: statePayMeasure(places.map((role) => role.places)),
        origin: "May 2025",
        missing: "No median is published",
      }),
    ],
    [
      "state jobs",
      createElement(StateGrid, {
        roles: places,
        measure: "employment",
        origin: "May 2025",
        missing: "No count is published",
      }),
    ],
    [
      "history",
      createElement(PayHistory, {
        roles: roles.map((role) => ({ role, years: history(codeOf(role.profile)) })),
        all: history("00-0000"),
      }),
    ],
    ["projection", createElement(Projection, { roles })],
    ["schooling", createElement(SchoolingBars, { roles: comparison.roles })],
    [
      "metros",
      createElement(MetroRanking, {
        roles: roles.map((role) => ({ role, metros: role.profile.lists.metros })),
        origin: "May 2025",
      }),
    ],
  ];
  return made.map(([picture, element]) => ({ picture, comparison, markup: renderToStaticMarkup(element) }));
}

/** The title and all that is drawn, as it is sent. */
const drawing = (markup: string) =>
  [...markup.matchAll(/<h3.*?<\/h3>|<svg class="(?:plot|tile-grid)".*?<\/svg>/gs)]
    .map(([part]) => part)
    .join("");

describe("pictures of real roles", () => {
  let all: Drawn[];
  beforeAll(() => {
    all = [...drawn()].flatMap(picturesOf);
  });

  test.each([
    ["dots", 8],
    ["state pay", 12],
    ["state jobs", 12],
    ["history", 8],
    ["projection", 8],
    ["schooling", 8],
    ["metros", 8],
  ])("%s take %d KB at most", (picture, kilobytes) => {
    const sizes = all
      .filter((made) => made.picture === picture)
      .map(({ markup, comparison }) => ({
        bytes: Buffer.byteLength(drawing(markup)),
        of: comparison.roles.map(({ role }) => role.slug).join(" / "),
      }))
      .sort((a, b) => b.bytes - a.bytes);
    expect(sizes.length).toBeGreaterThan(50);
    expect(sizes[0]?.bytes, sizes[0]?.of).toBeLessThanOrEqual(kilobytes * 1024);
  });

  test("are whole: no broken number, no style, a name, a sentence and a table each", () => {
    for (const { picture, comparison, markup } of all) {
      if (markup === "") continue;
      const where = `${picture} of ${comparison.roles.map(({ role }) => role.slug).join(" / ")}`;
      expect(markup, where).not.toMatch(/NaN|undefined|Infinity|null%| style=|<script/);
      expect(markup, where).toMatch(
        /<figure.*<h3 id="[^"]+">[^<]+<\/h3>.*<p class="small" id="[^"]+-how">.*<table/s,
      );
      for (const [svg] of markup.matchAll(/<svg class="(?:plot|tile-grid)"[^>]*>/g)) {
        expect(svg, where).toMatch(/role="img"/);
        expect(svg, where).toMatch(/aria-(labelledby|label)="[^"]+"/);
        expect(svg, where).toMatch(/aria-describedby="[^"]+-how"/);
      }
    }
  });

  test("draw nothing beyond their edges", () => {
    for (const { picture, comparison, markup } of all)
      for (const [, attribute, place] of drawing(markup).matchAll(/ (x|x1|x2|cx|width)="(-?[\d.]+)%"/g)) {
        const where = `${picture} ${attribute} of ${comparison.roles.map(({ role }) => role.slug).join(" / ")}`;
        expect(Number(place), where).toBeGreaterThanOrEqual(0);
        // Shares of schooling may sum to a little over 100 by rounding.
        expect(Number(place), where).toBeLessThanOrEqual(100.5);
      }
  });
});

test("the form for a reader's own pay keeps what else is asked for, and needs no script", () => {
  const markup = renderToStaticMarkup(
    createElement(PayForm, { action: "/compare/a-vs-b", others: [["area", "US-CA"]], typed: "60000" }),
  );
  expect(markup).toMatch(/^<form class="[^"]+" action="\/compare\/a-vs-b" method="get">/);
  expect(markup).toContain('<input type="hidden" name="area" value="US-CA"/>');
  expect(markup).toContain('<label for="pay-own">Your own pay, a year</label>');
  const [input = ""] = /<input id="pay-own"[^>]*>/.exec(markup) ?? [];
  expect(input).toContain(' name="pay"');
  expect(input).toContain(' value="60000"');
});

describe("dots against the published percentiles", () => {
  test("every dot of every role lies between the percentiles around it", () => {
    for (const profile of profiles) {
      const period = payPeriod(profile);
      if (!period) continue;
      const figures = payFigures(profile, period);
      const points = percentiles.flatMap((key, i) => {
        const value = figures[key]?.value;
        return typeof value === "number" ? [{ rank: [10, 25, 50, 75, 90][i] ?? 0, value }] : [];
      });
      const dots = dotsOf(figures);
      expect(dots, profile.role.slug).toHaveLength(points.length > 0 ? 20 : 0);
      for (const dot of dots) {
        const below = points.findLast(({ rank }) => rank < dot.percentile);
        const above = points.find(({ rank }) => rank > dot.percentile);
        expect("dollars" in dot, profile.role.slug).toBe(below !== undefined && above !== undefined);
        if ("dollars" in dot && below && above) {
          expect(dot.dollars).toBeGreaterThanOrEqual(below.value);
          expect(dot.dollars).toBeLessThanOrEqual(above.value);
        }
      }
    }
  });

  test("the title of the dots says what the ends of the two ranges are", () => {
    let said = 0;
    for (const { roles } of drawn()) {
      const pair = compare(roles.slice(0, 2), NATION);
      const found = /^Nine in ten (.+) earn under \$([\d,]+); nine in ten (.+) earn over \$([\d,]+)$/.exec(
        payFinding(pair),
      );
      if (!found) continue;
      said++;
      const end = (plural: string | undefined, measure: string) =>
        dollars(
          Number(figureOf(roles.find(({ role }) => role.plural === plural) as Profile, measure)?.value),
        ).slice(1);
      expect(found[2]).toBe(end(found[1], "annual_wage_p90"));
      expect(found[4]).toBe(end(found[3], "annual_wage_p10"));
    }
    expect(said).toBeGreaterThan(20);
  });
});

describe("findings, made again from the published numbers", () => {
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  test("the states a map names have the highest and the lowest median of those with enough jobs", () => {
    let said = 0;
    for (const profile of profiles) {
      const places = states(codeOf(profile));
      const ranked = places.filter(
        ({ area, annualMedian, hourlyMedian, employment }) =>
          area !== "US-PR" && (annualMedian ?? hourlyMedian) !== null && (employment ?? 0) >= 100,
      );
      const medianOf = ({ annualMedian, hourlyMedian }: PlacePay) => Number(annualMedian ?? hourlyMedian);
      const medians = ranked.map(medianOf);
      const amount = (value: number) =>
        places.some(({ hourlyMedian }) => hourlyMedian !== null)
          ? `${dollarsAndCents(value)} an hour`
          : dollars(value);
      const finding = statePayFinding([{ plural: "workers", places }]);
      if (ranked.length < 2 || new Set(medians).size === 1) {
        expect(finding, profile.role.slug).not.toMatch(/highest|lowest/);
        continue;
      }
      said++;
      const [, best = "", most, worst = "", least] =
        /highest in (.+) \((\$[\d,.]+(?: an hour)?)\) and lowest in (.+) \((\$[\d,.]+(?: an hour)?)\)$/.exec(
          finding,
        ) ?? [];
      expect(most, profile.role.slug).toBe(amount(Math.max(...medians)));
      expect(least, profile.role.slug).toBe(amount(Math.min(...medians)));
      for (const place of ranked) {
        const [{ name }, median] = [place, medianOf(place)];
        const isNamed = (names: string) =>
          new RegExp(`(^|, |and |the )${escaped(name)}(,|$| and)`).test(names);
        expect(isNamed(best), `${name} in ${best}`).toBe(median === Math.max(...medians));
        expect(isNamed(worst), `${name} in ${worst}`).toBe(median === Math.min(...medians));
      }
    }
    expect(said).toBeGreaterThan(profiles.length / 2);
  });

  test("the state with the most jobs has the most", () => {
    for (const profile of profiles) {
      const places = states(codeOf(profile));
      const counts = places.flatMap(({ employment }) => employment ?? []);
      const finding = stateJobsFinding([{ plural: "workers", places }]);
      if (counts.length === 0) expect(finding).toMatch(/^No state/);
      else expect(finding).toContain(`(${Math.max(...counts).toLocaleString("en-US")})`);
    }
  });

  test("the metro area named has the highest median", () => {
    for (const { lists } of profiles) {
      const finding = metroFinding([{ plural: "workers", metros: lists.metros }]);
      if (lists.metros.length === 0) expect(finding).toMatch(/no metro area/);
      else {
        const most = Math.max(...lists.metros.map(({ value }) => value));
        expect(finding).toContain(`(${dollars(most)})`);
        const best = lists.metros.filter(({ value }) => value === most);
        if (best.length <= 3) for (const { name } of best) expect(finding).toContain(name);
      }
    }
  });

  test("the change of pay is that between the first and the last year published as an amount", () => {
    const known = new Map<string, number>();
    for (const profile of profiles) {
      const years = history(codeOf(profile));
      const finding = historyFinding([{ plural: "workers", points: historyPoints(years) }]);
      const amounts = years.filter(({ annualMedian }) => annualMedian !== null);
      const [first, last] = [amounts[0], amounts.at(-1)];
      const [, from, to, way, size] =
        /^From (\d+) to (\d+), not adjusted for inflation, median pay (rose|fell|stayed the same) ?(.*) for workers$/.exec(
          finding,
        ) ?? [];
      if (!first || !last || first === last) {
        expect(finding, profile.role.slug).toBe("No change in median pay over the years can be given");
        continue;
      }
      expect([Number(from), Number(to)], profile.role.slug).toEqual([first.year, last.year]);
      const change = (Number(last.annualMedian) / Number(first.annualMedian) - 1) * 100;
      known.set(way ?? "", (known.get(way ?? "") ?? 0) + 1);
      expect(way, profile.role.slug).toBe(change > 0 ? "rose" : change < 0 ? "fell" : "stayed the same");
      if (change !== 0 && !size?.startsWith("less"))
        expect(
          Math.abs(Number(size?.replace(/[%,]/g, "")) - Math.abs(change)),
          profile.role.slug,
        ).toBeLessThanOrEqual(Math.abs(change) >= 10 ? 0.5001 : 0.0501);
    }
    expect(known.get("rose")).toBeGreaterThan(profiles.length / 2);
  });

  test("the projected change is the one published", () => {
    for (const profile of profiles) {
      const value = figureOf(profile, "projected_change_percent")?.value;
      const finding = projectionFinding([profile]);
      if (typeof value !== "number") expect(finding).toBeUndefined();
      else if (value === 0) expect(finding).toContain("stay level for");
      else
        expect(finding).toContain(
          `${value > 0 ? "grow" : "shrink"} by ${percent(Math.abs(value))} for ${profile.role.plural}`,
        );
    }
  });

  test("the schooling named is the largest published share, and nothing withheld could be larger", () => {
    let said = 0;
    for (const profile of profiles) {
      const finding = schoolingFinding([profile]) ?? "";
      for (const kind of ["held", "required"]) {
        const found = new RegExp(`most often ${kind} is [^(]+ \\(([\\d.]+)%\\)`).exec(finding);
        if (!found) continue;
        said++;
        const shares = profile.figures.flatMap(({ measure, value }) =>
          measure.startsWith(`education_${kind}_`) && typeof value === "number" ? [value] : [],
        );
        const most = Math.max(...shares);
        expect(percent(most), profile.role.slug).toBe(`${found[1]}%`);
        const withheld = 100 - shares.reduce((sum, share) => sum + share, 0);
        expect(withheld <= 0.5 || withheld < most, profile.role.slug).toBe(true);
      }
    }
    expect(said).toBeGreaterThan(profiles.length / 2);
  });
});
