import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectGoodLook } from "./look";
import { naughty } from "./naughty";

const WAYS = "/careers/medical-secretary/next";

/** A page of a browser that runs no scripts. */
async function plainPage(
  newContext: (options: object) => Promise<BrowserContext>,
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const context = await newContext({ javaScriptEnabled: false, viewport });
  return context.newPage();
}

async function tabTo(wanted: Locator) {
  for (let i = 0; i < 120; i += 1) {
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
    await wanted.page().keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

const listOf = (page: Page, steps: string) => page.getByRole("region", { name: steps, exact: true });

test("from a job and a place to the next, without JavaScript: place, schooling and order", async ({
  browser,
}) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto(WAYS);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("From medical secretary to the next job");
  await page.getByText(/^Place: United States/).click();
  await page.getByLabel("Place: state, metro area or ZIP").fill("Ohio");
  await page.getByLabel("Adjust pay for prices there").check();
  await page.getByRole("search").getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\/next\?area=US-OH&real=1$/);
  await expect(page).toHaveTitle("From medical secretary to the next job in Ohio, after prices | Crossroads");
  await expect(page.getByRole("status")).toContainText("Pay is divided by the price level there");
  await page.getByLabel("Schooling a step may ask").selectOption("certificate");
  await page.getByLabel("Order").selectOption("Most jobs first");
  await page
    .locator("form", { has: page.getByLabel("Order") })
    .getByRole("button", { name: "Show" })
    .click();
  await expect(page).toHaveURL(/\/next\?area=US-OH&real=1&schooling=certificate&sort=jobs$/);
  await expect(page.getByLabel("Order")).toHaveValue("jobs");
  for (const steps of ["One step", "Two steps", "Three steps"]) {
    const ways = listOf(page, steps).locator(".way");
    await expect(ways).toHaveCount(5);
    for (const text of await ways.allInnerTexts())
      expect(text).not.toMatch(/Bachelor|Associate|Master|Doctoral/);
  }
  await listOf(page, "Two steps")
    .getByRole("link", { name: /^Show all/ })
    .click();
  await expect(page).toHaveURL(/steps=2$/);
  await expect(listOf(page, "One step")).toHaveCount(0);
  await page.getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/steps=2&page=2$/);
  await page.getByRole("link", { name: "Page before" }).click();
  await page.getByRole("link", { name: /^Back to the first/ }).click();
  await expect(page).toHaveURL(/sort=jobs$/);
});

test("each step says by itself what it pays and asks, why it is offered, and what is to be learned", async ({
  browser,
}) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 800 });
  await page.goto(`${WAYS}?area=US-CA`);
  const way = listOf(page, "Two steps").locator(".way").first();
  const steps = way.locator(".way-steps > li");
  await expect(steps).toHaveCount(2);
  await expect(way.locator(".way-change")).toHaveText(/^\$[\d,]+ a year more \(\d+%\)\.$/);
  const summary = steps.first().locator("summary").first();
  await tabTo(summary);
  await page.keyboard.press("Enter");
  await expect(steps.first()).toContainText(/O\*NET (names|does not relate)/);
  for (const name of ["Schooling", "Experience in a related job", "Training on the job", "Skills to gain"])
    await expect(steps.first().getByRole("rowheader", { name })).toBeVisible();
  await expect(
    steps.first().getByRole("row", { name: /Openings a year, United States [\d,]+/ }),
  ).toBeVisible();
  await steps
    .first()
    .getByRole("link", { name: /^Compare medical secretaries with/ })
    .click();
  await expect(page).toHaveURL(/\/compare\/.*medical-secretary.*area=US-CA$/);
});

test("what nobody knows is said, once", async ({ page }) => {
  await page.goto(WAYS);
  await expect(page.getByText("No source says how many people make any of these moves")).toHaveCount(1);
  await expect(page.getByText(/^There are [\d,]+ ways of one to three steps\./)).toBeVisible();
});

for (const [slug, says] of [
  ["infantry", "O*NET names no related occupations of this group"],
  ["wholesale-and-retail-buyers-except-farm-products", "A move inside that group is no step here"],
  ["actors", "an hour"],
] as const)
  test(`${slug}: ${says}`, async ({ page }) => {
    await page.goto(`/careers/${slug}/next`);
    await expect(page.getByRole("main")).toContainText(says);
    await expect(page.getByRole("main")).not.toContainText(/NaN|undefined|Infinity|\$0\b/);
  });

test("a job without pay in the place is said so, and no gain is named", async ({ page }) => {
  await page.goto("/careers/prosthodontists/next?area=cbsa-41740&schooling=any");
  await expect(page.getByRole("main")).toContainText("Without it no gain is named");
  for (const text of await page.locator(".way-change").allInnerTexts())
    expect(text).toMatch(/^No gain can be named: /);
});

test("addresses lead to the one that stands, and bad ones to a page that says what is wrong", async ({
  page,
  request,
}) => {
  const answer = await request.get("/careers/registered-nurse/next?area=US-CA", { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([
    308,
    "/careers/registered-nurses/next?area=US-CA",
  ]);
  const bad: [path: string, status: number, says: string][] = [
    ["/careers/registerd-nurses/next", 404, "No such career"],
    ["/careers/bakers/next?area=US-ZZ", 404, "No such place"],
    ["/careers/bakers/next?area=%00", 404, "No such place"],
    [
      "/careers/bakers/next?schooling=phd&sort=up",
      200,
      "choice of schooling and order that is not on the list",
    ],
    ["/careers/bakers/next?steps=9&page=-1", 200, "One step"],
    ["/careers/bakers/next?steps=1&page=999", 200, "The list is shorter than this page"],
    ["/careers/bakers/next?place=zzxqj", 200, "No place called"],
    ["/careers/bakers/next?area=US-CA&area=US-OH&sort=jobs&sort=reach", 200, "California"],
  ];
  for (const [path, status, says] of bad) {
    const reply = await page.goto(path);
    expect(reply?.status(), path).toBe(status);
    await expect(page.getByRole("main"), path).toContainText(says);
  }
});

test("no text in any option breaks the page", async ({ request }) => {
  test.setTimeout(180_000);
  for (const name of ["area", "schooling", "place"])
    for (const text of naughty.filter(({ length }) => length < 3000)) {
      // Half characters go over the wire as the sign for none.
      const sent = encodeURIComponent(Buffer.from(text).toString());
      const answer = await request.get(`/careers/bakers/next?${name}=${sent}`);
      expect(answer.status(), `${name}=${text.slice(0, 60)}`).toBeLessThan(500);
    }
});

test("the file holds the steps of the page, and bad addresses of it are problems", async ({
  page,
  request,
}) => {
  await page.goto(`${WAYS}?area=US-CA&sort=reach`);
  const ends = await page.locator(".way h3 > a").allInnerTexts();
  const href = await page.getByRole("link", { name: "Take the ways shown here as CSV" }).getAttribute("href");
  const answer = await request.get(href ?? "");
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[];
  const inFile = [...new Set(rows.map((row) => row["leads to"]?.toLowerCase()))];
  expect(inFile).toEqual(ends.map((text) => text.toLowerCase()));
  for (const [path, title] of [
    ["/careers/wizards/next/table.csv", "No such career"],
    ["/careers/bakers/next/table.csv?area=US-ZZ", "No such place"],
  ]) {
    const refused = await request.get(path ?? "");
    expect([refused.status(), (await refused.json()).title]).toEqual([404, title]);
  }
});

test("titles and descriptions are each page's own", async ({ page }) => {
  const seen = new Set<string>();
  for (const path of [
    WAYS,
    `${WAYS}?area=US-CA`,
    `${WAYS}?area=US-CA&real=1`,
    `${WAYS}?schooling=certificate`,
    "/careers/bakers/next",
    "/careers/infantry/next",
  ]) {
    await page.goto(path);
    const description = await page.locator('meta[name="description"]').getAttribute("content");
    expect(description?.length, path).toBeGreaterThan(60);
    for (const text of [await page.title(), `${path}: ${description}`]) {
      expect(seen.has(text), text).toBe(false);
      seen.add(text);
    }
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    expect(new URL(canonical ?? "").pathname + new URL(canonical ?? "").search).toBe(path);
  }
});

for (const width of [320, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    test(`axe finds nothing at ${width} px, ${colorScheme}, all folds open`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      for (const path of [
        `${WAYS}?area=US-CA&real=1`,
        "/careers/infantry/next",
        `${WAYS}?steps=3&sort=reach`,
      ]) {
        await page.goto(path);
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
        });
        await expectGoodLook(page);
      }
      await context.close();
    });
