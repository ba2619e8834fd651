import { expect, test } from "@playwright/test";
import { expectGoodLook } from "./look";

/** The first page and its forms, and the check of an offer. */

test.use({ javaScriptEnabled: false });

const OFFER = "/offer?title=registered+nurse&place=94612&pay=%2485%2C000&per=year";

test("what you do, where and compare with lead to the right page", async ({ page }) => {
  const ask = async (own: string, place: string, other: string) => {
    await page.goto("/");
    await page.getByLabel("What you do").fill(own);
    await page.getByLabel("Where", { exact: true }).fill(place);
    await page.getByLabel("Compare with").fill(other);
    await page.getByRole("button", { name: "Compare" }).click();
  };
  await ask("Registered nurse", "", "");
  await expect(page).toHaveURL(/\/careers\/registered-nurses$/);
  await ask("registered nurses", "94612", "");
  await expect(page).toHaveURL(/\/careers\/registered-nurses\?area=cbsa-41860$/);
  await ask("registered nurse", "California", "medical secretary");
  await expect(page).toHaveURL(/\/compare\/medical-secretary-vs-registered-nurses\?area=US-CA$/);
});

test("an unclear title and place are asked back, with what was typed, and lead on by choices", async ({
  page,
}) => {
  await page.goto("/?a=nurse&place=portland&b=");
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("What you do")).toHaveValue("nurse");
  await expect(page.getByLabel("Where", { exact: true })).toHaveValue("portland");
  await page.getByRole("radio", { name: "Registered nurse" }).check();
  await page.getByRole("button", { name: "Compare" }).click();
  // The place is still open, and the career that was chosen stays.
  await expect(page.getByLabel("What you do")).toHaveValue("registered nurse");
  await page.getByRole("radio", { name: /Portland-South Portland/ }).check();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/careers\/registered-nurses\?area=cbsa-38860$/);
});

test("an offer is placed between published percentiles, with related pay and prices", async ({ page }) => {
  await page.goto("/");
  const form = page.getByRole("region", { name: "Check an offer" });
  await form.getByLabel("Job title").fill("medical secretary");
  await form.getByLabel("Place").fill("CA");
  await form.getByLabel("Pay", { exact: true }).fill("$26/hr");
  await form.getByRole("button").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "$26.00 an hour for a medical secretary in California",
  );
  const stands = page.getByRole("region", { name: "Where it stands" });
  await expect(stands).toContainText("at 2,080 hours a year, is between");
  await expect(page.getByRole("region", { name: "After prices" })).toContainText("110.72% of the nation’s");
  const related = page.getByRole("table", { name: /^Median pay in California/ });
  await expect(related.getByRole("row")).toHaveCount(11);
  const [robots, canonical] = [page.locator('meta[name="robots"]'), page.locator('link[rel="canonical"]')];
  await expect(robots).toHaveAttribute("content", /noindex/);
  await expect(canonical).toHaveAttribute("href", /\/offer$/);
  await related
    .getByRole("link", { name: /^Row of / })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where a figure comes from");
});

test("pay by the hour for work that is published by the year has no common unit", async ({ page }) => {
  await page.goto("/offer?title=elementary-school-teachers-except-special-education&place=&pay=30&per=hour");
  await expect(page.getByRole("region", { name: "Where it stands" })).toContainText("have no common unit");
});

const refused: [pay: string, words: RegExp][] = [
  ["-1", /above 0/],
  ["1000000000000", /at most \$10,000,000/],
  ["12,5", /such as 85,000/],
  ["20", /Is this \$20\.00? a year\?|Is this \$20 a year\?/],
  ["4,000 a month", /not converted here/],
];
for (const [pay, words] of refused)
  test(`pay of ${pay} comes back as typed, with words at the field`, async ({ page }) => {
    const response = await page.goto(`/offer?title=bakers&place=&pay=${encodeURIComponent(pay)}&per=year`);
    expect(response?.status()).toBe(200);
    await expect(page.getByLabel("Pay", { exact: true })).toHaveValue(pay);
    await expect(page.locator("#pay-error")).toHaveText(words);
    await expect(page.getByRole("alert")).toContainText("There is a problem");
  });

const HOSTILE = ["%00", "%E2%80%AE%0A%1B", "x".repeat(10_000), "%3Cscript%3E", "constructor", "-1", "1e400"];
test("hostile values are answered with a page, never a fault", async ({ request }) => {
  for (const value of HOSTILE)
    for (const address of [
      `/?a=${value}&place=${value}&b=${value}`,
      `/?a=1&a=2&place=1&place=2&a-is=${value}&a-of=1`,
      `/?place=${value}&place-is=${value}&place-of=${value}`,
      `/offer?title=${value}&place=${value}&pay=${value}&per=${value}`,
      `/offer?title=a&title=b&pay=1&pay=2&title-is=${value}&title-of=a`,
    ]) {
      const { status } = { status: (await request.get(address, { maxRedirects: 0 })).status() };
      expect([200, 307, 414, 431], address.slice(0, 80)).toContain(status);
    }
});

for (const [width, colorScheme] of [
  [320, "dark"],
  [320, "light"],
  [1280, "light"],
  [1280, "dark"],
] as const)
  test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme,
      javaScriptEnabled: true,
    });
    const page = await context.newPage();
    for (const address of [
      "/",
      "/?a=nurse&place=portland&b=zzxqj",
      "/offer",
      OFFER,
      "/offer?title=nurse&pay=-1",
    ]) {
      await page.goto(address);
      await expectGoodLook(page);
    }
    await context.close();
  });
