import { expect, test } from "@playwright/test";
import { expectGoodLook } from "./look";

/** Where figures come from: every source in full, and the way from a figure to its row. */

test.use({ javaScriptEnabled: false });

const ROW = "/sources/figure?of=29-2099,43-6013&measure=annual_wage_median&area=US-CA&real=1";

test("from a figure of a comparison its row is opened by keyboard", async ({ page }) => {
  await page.goto("/compare/medical-secretary-vs-registered-nurses?area=US-CA&real=1");
  const row = page.getByRole("row", { name: /^Median pay, a year/ }).first();
  await row.locator("summary").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(row.getByRole("link", { name: "Its row" }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where a figure comes from");
  await expect(page.locator("main")).toContainText(
    "medical secretaries and registered nurses in California after prices",
  );
});

test("a row is shown with all that it takes to recompute its figure", async ({ page }) => {
  await page.goto(ROW);
  const main = page.locator("main");
  await expect(main).toContainText("$60,390 ÷ (110.72 ÷ 100) = $54,543");
  const table = page.getByRole("table", { name: /^Row of 29-2099, California/ });
  await expect(table.getByRole("row", { name: /^annualMedian/ })).toContainText("A_MEDIAN");
  await expect(table.getByRole("row", { name: /^annualMedian/ })).toContainText("60390");
  for (const words of ["oews-state.csv", "state_M2025_dl", "May 2025", "converted", "price-levels.csv"])
    await expect(main).toContainText(words);
  await expect(main).toContainText(/Sha256 [0-9a-f]{64}/);
  await page.getByRole("link", { name: "The same pay as published" }).first().click();
  await expect(page.getByRole("region", { name: /^Health technologist/ })).toContainText("$60,390");
});

test("a figure that is made here leads to what it is made from", async ({ page }) => {
  await page.goto("/sources/figure?of=bakers&measure=annual_wage_range");
  await page.getByRole("link", { name: "Pay at the 10th percentile, a year" }).click();
  await expect(page.getByRole("table", { name: /^Row of 51-3011/ })).toContainText("annualP10");
  await page.goto("/sources/figure?of=bakers&measure=best_paying_state");
  const ranking = page.getByRole("table", { name: /^What it was chosen among/ });
  await expect(ranking.getByRole("row")).not.toHaveCount(1);
  await ranking.getByRole("link").first().click();
  await expect(page.getByRole("table", { name: /^Row of 51-3011/ })).toContainText("used");
  await page.goto("/sources/figure?of=29-2099&measure=skills");
  await expect(page.locator("main")).toContainText("Mean of");
});

test("every source says what it measures, how it is used, and where it ends", async ({ page }) => {
  await page.goto("/sources");
  const sections = page.locator("section.source");
  await expect(sections).toHaveCount(11);
  for (const section of await sections.all())
    for (const words of ["What it measures", "How it is used", "Known limits", "License", "Publisher"])
      await expect(section.getByText(words, { exact: true })).toBeVisible();
  const ages = page.getByRole("row", { name: /^Median age/ });
  await expect(ages).not.toContainText("converted");
  await expect(page.getByRole("region", { name: "How figures are shown" })).toContainText("2,080 hours");
});

const REFUSED: [address: string, words: string][] = [
  ["/sources/figure", "names no measure"],
  ["/sources/figure?measure=employment", "names no career"],
  ["/sources/figure?of=bakers", "names no measure"],
  ["/sources/figure?of=bakers&measure=constructor", "names no measure"],
  ["/sources/figure?of=bakerz&measure=employment", "not known here"],
  ["/sources/figure?of=%00&measure=employment", "not known here"],
  ["/sources/figure?of=a%00b&measure=employment", "not known here"],
  [`/sources/figure?of=${"x".repeat(5_000)}&measure=employment`, "not known here"],
  ["/sources/figure?of=a,b,c,d,e,f&measure=employment", "more than 4 careers"],
  ["/sources/figure?of=bakers&measure=employment&area=US-ZZ", "names no place"],
  ["/sources/figure?of=bakers&measure=employment&area=%00", "names no place"],
];
for (const [address, words] of REFUSED)
  test(`${address.slice(0, 70)} says what is wrong`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator("main")).toContainText(words);
  });

test("of several values the first is read", async ({ page }) => {
  const response = await page.goto(
    "/sources/figure?of=bakers&of=actors&measure=employment&measure=x&area=US&area=%00",
  );
  expect(response?.status()).toBe(200);
  await expect(page.locator("main")).toContainText("of bakers");
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
      "/sources",
      ROW,
      "/sources/figure?of=bakers&measure=best_paying_metro",
      "/sources/figure?of=13-1022&measure=skills",
      "/sources/figure?of=patient-liaison&measure=education_required_bachelor",
      "/sources/figure?of=bakers",
    ]) {
      await page.goto(address);
      await expectGoodLook(page);
    }
    await context.close();
  });
