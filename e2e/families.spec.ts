import { type Browser, expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectGoodLook } from "./look";
import { port } from "./place";

const origin = `http://localhost:${port}`;
const HEALTH = "/careers?family=29-0000";
const hand = { ask: async (path: string) => fetch(`${origin}${path}`, { redirect: "manual" }) };

/** A page of a browser that runs no scripts. */
async function plainPage(browser: Browser, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  return context.newPage();
}
const table = (page: Page) => page.getByRole("table");
const careers = async (page: Page) =>
  (await table(page).locator("tbody tr:not(.origins) th > a").allTextContents()).map((text) => text.trim());

test("the overview leads to a family, whose heads sort it both ways, without JavaScript", async ({
  browser,
}) => {
  const page = await plainPage(browser);
  await page.goto("/careers");
  await expect(table(page).getByRole("row")).toHaveCount(25);
  await expect(page.getByRole("row", { name: /^Healthcare support 17/ })).toContainText("1,286,500");
  await expect(page.getByRole("row", { name: /^Military specific/ })).toContainText("Not available");
  await page.getByRole("link", { name: "Healthcare practitioners and technical" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Healthcare practitioners and technical");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText("71 careers");
  await expect(page.getByRole("columnheader", { name: "Median pay a year" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByRole("columnheader", { name: "Change in jobs" }).getByRole("link").click();
  await expect(page).toHaveURL(`${origin}${HEALTH}&sort=growth`);
  expect((await careers(page))[0]).toBe("Nurse practitioners");
  await page.getByRole("columnheader", { name: "Change in jobs" }).getByRole("link").click();
  await expect(page).toHaveURL(`${origin}${HEALTH}&sort=-growth`);
  expect((await careers(page)).at(-1)).toBe("Nurse practitioners");
  await page.getByRole("columnheader", { name: "Career" }).getByRole("link").click();
  const names = await careers(page);
  expect(names).toHaveLength(71);
  expect(names).toEqual(names.toSorted(new Intl.Collator("en-US").compare));
});

test("on a phone the orders are a list, and each number says what it is", async ({ browser }) => {
  const page = await plainPage(browser, { viewport: { width: 320, height: 568 } });
  await page.goto(`${HEALTH}&area=US-CA&real=1`);
  const order = page.getByRole("navigation", { name: "Order" });
  await expect(order.getByRole("link", { name: "pay (falling)" })).toHaveAttribute("aria-current", "true");
  await order.getByRole("link", { name: "growth" }).click();
  await expect(page).toHaveURL(`${origin}${HEALTH}&area=US-CA&real=1&sort=growth`);
  await expect(page.getByRole("status")).toContainText("Pay is divided by the price level there, 110.72%");
  const cell = page
    .getByRole("row", { name: /^Registered nurses/ })
    .getByRole("cell")
    .first();
  await expect(cell).toHaveAttribute("data-name", "Median pay a year, after prices");
  await cell.scrollIntoViewIfNeeded();
});

test("filters are in the address, tell what they leave out, and can be taken away one by one", async ({
  browser,
}) => {
  const page = await plainPage(browser);
  await page.goto("/careers");
  await page.getByText("Choose by pay, schooling and growth").click();
  await page.getByLabel("Median pay of at least").fill("$80k");
  await page.getByLabel("School needed to start, at most").selectOption("a certificate after high school");
  await page.getByLabel("Only careers that are expected to grow").check();
  await page.getByRole("button", { name: "Show careers" }).click();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(
    /^\d+ careers: pay of \$80,000 a year or more, at most a certificate after high school to start, expected to grow$/,
  );
  await expect(page.getByText(/^\d+ more careers are left out/)).toBeVisible();
  for (const row of await table(page).locator("tbody tr:not(.origins)").all()) {
    const [pay, growth] = await row.getByRole("cell").allTextContents();
    expect(Number(pay?.replace(/[^\d]/g, ""))).toBeGreaterThanOrEqual(80_000);
    expect(growth).toContain("+");
  }
  await page.getByRole("link", { name: "Remove “expected to grow”" }).click();
  await expect(page).toHaveURL(`${origin}/careers?pay=80000&schooling=certificate`);
  await page.getByRole("link", { name: /^Remove “pay/ }).click();
  await page.getByRole("link", { name: /^Remove “at most/ }).click();
  await expect(page).toHaveURL(`${origin}/careers`);
});

test("a place that is typed becomes part of the address, with the rest of it kept", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto(`${HEALTH}&sort=growth`);
  await page.getByText(/^Place: United States/).click();
  await page.getByLabel(/^Place: state/).fill("Ohio");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(`${origin}${HEALTH}&area=US-OH&sort=growth`);
  await page.goto(`${HEALTH}&place=Portland`);
  await expect(page.getByText("Which place do you mean?")).toBeVisible();
});

test("titles are found by typing, and without one the families stand", async ({ browser }) => {
  const page = await plainPage(browser);
  await page.goto("/careers");
  await page.getByLabel("Job title").fill("nurse");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("link", { name: "Registered nurses" })).toBeVisible();
  await page.goto("/careers?q=zzzzqqq");
  await expect(page.getByText("No career found for “zzzzqqq”.")).toBeVisible();
  await expect(table(page)).toBeVisible();
});

for (const path of [
  HEALTH,
  `${HEALTH}&area=US-CA&real=1&sort=-growth`,
  "/careers?pay=80000&growing=1&sort=openings",
  "/careers?area=cbsa-41860",
])
  test(`the CSV of ${path} is the table, all its pages`, async ({ browser }) => {
    const page = await plainPage(browser);
    await page.goto(path);
    const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
    const answer = await hand.ask(href ?? "");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    // A spreadsheet would take "+3.5%" for a formula, but for the sign before it.
    const text = (await answer.text()).replaceAll(",'+", ",+");
    const lines = parse(text, { columns: true }) as Record<string, string>[];
    const shown: string[][] = [];
    for (;;) {
      shown.push(
        ...(await table(page)
          .locator("tbody tr:not(.origins)")
          .evaluateAll((rows) =>
            rows.map((row) => [
              row.querySelector("th > a")?.textContent ?? "",
              ...[...row.querySelectorAll("td")].map(
                (cell) => cell.querySelector("b, .figure-none")?.textContent ?? cell.textContent ?? "",
              ),
            ]),
          )),
      );
      const current = page.locator("nav[aria-label=Pages] li:has([aria-current]) + li a");
      if ((await current.count()) === 0) break;
      await current.click();
    }
    expect(lines).toHaveLength(shown.length);
    const name = (text = "") => text.charAt(0).toUpperCase() + text.slice(1);
    const cells = path.includes("cbsa")
      ? lines.map((line) => [
          line.family,
          line["lowest median pay, as shown"],
          line["openings a year, added up, as shown"],
        ])
      : lines.map((line) => [
          name(line.career),
          line["median pay, as shown"],
          line["change in jobs, as shown"],
          line["openings a year, as shown"],
          line["school needed to start, as shown"],
          line["hold no bachelor's degree, as shown"],
        ]);
    const ofTable = path.includes("cbsa")
      ? shown.map(([family, , lowest, , , openings]) => [
          family,
          lowest?.startsWith("Not") ? "" : lowest,
          openings,
        ])
      : shown;
    expect(cells).toEqual(ofTable);
  });

test("what is wrong with a filter is said at it, and what was typed is kept", async ({ browser }) => {
  const page = await plainPage(browser);
  for (const [typed, problem] of [
    ["-1", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
    ["1000000000000", "Enter at most $10,000,000."],
    ["12,5", "Does 12,5 mean $12 and some cents, or $12,500? Write the amount in full, such as 52,000."],
    ["25", "Is this $25 an hour? Enter pay by the year, such as 52,000."],
    ["<b>\u202e", "Enter one amount in dollars a year, above 0, such as 52,000 or 52k."],
  ] as const) {
    const answer = await page.goto(`${HEALTH}&pay=${encodeURIComponent(typed)}`);
    expect(answer?.status()).toBe(200);
    await expect(page).toHaveTitle(/^Error: /);
    const field = page.getByLabel("Median pay of at least");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(new RegExp(problem.replace(/[$?.]/g, "\\$&")));
    await expect(field).toHaveValue(typed.replace(/\u202e/, ""));
    await expect(page.getByRole("alert")).toContainText(problem);
    expect(await careers(page)).toHaveLength(71);
  }
  await page.goto(`${HEALTH}&schooling=wizard`);
  await expect(page.getByRole("alert")).toContainText("Choose a level from the list.");
  await page.goto(`${HEALTH}&sort=luck`);
  await expect(page.getByText("Careers cannot be sorted by “luck”.")).toBeVisible();
});

test("hostile addresses are answered with a clear page", async () => {
  const long = "9".repeat(10_000);
  const odd = [
    "%00",
    "%01",
    "__proto__",
    "%E2%80%AE",
    "%F0%9F%92%A9",
    "%27%20or%201=1",
    "a%0d%0ab",
    "%ED%A0%80",
    long,
  ];
  for (const name of ["family", "area", "pay", "schooling", "growing", "sort", "page", "real", "place", "q"])
    for (const value of odd)
      for (const path of ["/careers", "/careers/table.csv"]) {
        const what = `${path} ${name} ${value.slice(0, 20)}`;
        const answer = await hand.ask(`${path}?${name}=${value}`);
        expect(value.startsWith("%ED") ? [400] : [200, 404], what).toContain(answer.status);
        expect(await answer.text(), what).not.toContain("<b>\u202e");
      }
  for (const [path, status] of [
    ["/careers?family=99-0000", 404],
    ["/careers?family=29-1141", 404],
    ["/careers?area=US-ZZ", 404],
    ["/careers/table.csv?area=US-ZZ", 404],
    ["/careers/table.csv?family=99-0000", 404],
    ["/careers?family=29-0000&family=31-0000&pay=1&pay=2&sort=pay&sort=name", 200],
    ["/careers?sort=pay&page=999999", 200],
    ["/careers?sort=pay&page=-1", 200],
  ] as const) {
    const answer = await hand.ask(path);
    expect(answer.status, path).toBe(status);
    const isCsv = path.includes(".csv");
    expect(answer.headers.get("content-type"), path).toContain(
      isCsv ? "application/problem+json" : "text/html",
    );
  }
  const text = await (await hand.ask("/careers?family=29-1141")).text();
  expect(text).toContain("No such family");
  expect(text).toContain('href="/careers?family=29-0000"');
});

const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => String(address));

test("the sitemap names parts whose addresses stand, each its own canonical one", async ({ page }) => {
  test.setTimeout(180_000);
  expect(await (await hand.ask("/robots.txt")).text()).toContain(`Sitemap: ${origin}/sitemap.xml`);
  const index = await hand.ask("/sitemap.xml");
  expect(index.headers.get("content-type")).toBe("text/xml; charset=utf-8");
  const parts = locations(await index.text());
  expect(parts.map((part) => part.replace(`${origin}/sitemap/`, ""))).toEqual([
    "families.xml",
    "careers.xml",
    "comparisons.xml",
    "jobs.xml",
  ]);
  for (const part of parts) {
    const answer = await fetch(part);
    const xml = await answer.text();
    expect(answer.status, part).toBe(200);
    // The browser reads it as XML without a fault.
    const faults = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "text/xml").querySelectorAll("parsererror").length,
      xml,
    );
    expect(faults, part).toBe(0);
    const addresses = locations(xml);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.length).toBeLessThanOrEqual(50_000);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(xml.match(/<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z<\/lastmod>/g)).toHaveLength(
      addresses.length,
    );
    const step = Math.ceil(addresses.length / 12);
    for (const address of addresses.filter((_, i) => i % step === 0)) {
      expect(address.startsWith(origin), address).toBe(true);
      const found = await fetch(address, { redirect: "manual" });
      expect(found.status, address).toBe(200);
      const [, canonical] = /<link rel="canonical" href="([^"]*)"/.exec(await found.text()) ?? [];
      expect(canonical?.replaceAll("&amp;", "&"), address).toBe(address);
    }
  }
  for (const name of ["x.xml", "jobs-2.xml", "careers", "%00", "9".repeat(2_000)])
    expect((await hand.ask(`/sitemap/${name}`)).status, name).toBe(404);
});

for (const [width, colorScheme] of [
  [320, "dark"],
  [320, "light"],
  [1280, "light"],
  [1280, "dark"],
] as const)
  test(`axe finds nothing on families at ${width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    for (const path of [
      "/careers",
      "/careers?family=27-0000&area=cbsa-41860&real=1",
      "/careers?family=13-0000&pay=12,5&schooling=x",
      "/careers?schooling=none&growing=1",
      "/careers?family=99-0000",
    ]) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await expectGoodLook(page);
    }
    await context.close();
  });
