import { expect, test } from "@playwright/test";
import { signInAs } from "./person";

const ROLE = "/api/v1/roles/bakers";
const PAIR = "/compare/bakers-vs-butchers-and-meat-cutters";

test.describe.configure({ mode: "serial" });

for (const javaScriptEnabled of [true, false])
  test(`an editor corrects a figure, readers see it at once, a revert brings the same bytes back (scripts ${javaScriptEnabled ? "run" : "blocked"})`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const before = await (await request.get(ROLE)).text();
    const pageBefore = await (await request.get(PAIR)).text();
    const imported = median(before)?.value ?? 0;
    const corrected = imported + 510;

    await signInAs(page, "Demo editor", "/admin/roles/bakers");
    await page.getByRole("link", { name: "Correct Median pay, a year" }).click();
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("alert")).toBeFocused();
    await page.getByLabel("Value").fill(String(corrected));
    await page.getByLabel("Source", { exact: true }).fill("Bakery survey");
    await page.getByLabel("Address of the source").fill("https://survey.example/2026");
    await page.getByLabel("Year or month of the figure").fill("2026");
    await page.getByLabel("Reason", { exact: true }).first().fill("The survey asks every bakery.");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await expect(page.getByRole("status")).toBeVisible();

    expect(median(await (await request.get(ROLE)).text())).toMatchObject({
      value: corrected,
      method: "corrected",
      source: { name: "Bakery survey" },
      note: expect.stringContaining(`Imported: $${imported.toLocaleString("en-US")}`),
    });
    const shown = `$${corrected.toLocaleString("en-US")}`;
    const reader = await context.newPage();
    await reader.goto(PAIR);
    await expect(reader.locator(".verdict")).toContainText(shown);
    await expect(reader.getByRole("table", { name: /^Overview/ })).toContainText(shown);
    await expect(reader.locator("svg.plot, .plot").first()).toContainText(shown);

    await page.goto("/admin/roles/bakers");
    await expect(page.locator("main")).toContainText("The survey asks every bakery.");
    await page.locator("summary", { hasText: "Revert" }).first().click();
    await page.getByLabel("Why it is reverted").first().fill("It was of pastry cooks.");
    await page.getByRole("button", { name: "Revert to the imported value" }).first().click();
    await expect(page.getByRole("status")).toBeVisible();
    expect(await (await request.get(ROLE)).text()).toBe(before);
    expect(withoutNonce(await (await request.get(PAIR)).text())).toBe(withoutNonce(pageBefore));
    await context.close();
  });

type Shown = { measure: string; value: number };
const median = (answer: string) =>
  (JSON.parse(answer).figures as Shown[]).find(({ measure }) => measure === "annual_wage_median");

const withoutNonce = (html: string) => html.replace(/nonce="[^"]*"/g, "");
