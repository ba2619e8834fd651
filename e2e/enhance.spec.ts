import fs from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { expectGoodLook } from "./look";

const PAIR = "/compare/bakers-vs-registered-nurses";

test("a place is suggested while it is typed, chosen by keys, and shown", async ({ page }) => {
  await page.goto(PAIR);
  await page.getByText(/Choose another/).click();
  const field = page.getByRole("combobox", { name: /^Place/ });
  await field.pressSequentially("oakl");
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(options.first()).toHaveText(
    "San Francisco-Oakland-Fremont, CA, Oakland is part of this area.",
  );
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByText("2 suggestions")).toBeAttached();
  await expectGoodLook(page);

  await field.press("ArrowDown");
  const active = await field.getAttribute("aria-activedescendant");
  await expect(options.first()).toHaveAttribute("id", String(active));
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  // Above the first is the field itself, and above that the last.
  await field.press("ArrowUp");
  await expect(field).not.toHaveAttribute("aria-activedescendant", /./);
  await field.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await field.press("Escape");
  await expect(field).toHaveValue("oakl");
  await expect(options.first()).toBeHidden();
  await field.pressSequentially("and, ca");
  await expect(options).toHaveCount(1);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(field).toHaveValue("San Francisco-Oakland-Fremont, CA");
  await expect(page).toHaveURL(/registered-nurses$/);
  await field.press("Enter");
  await expect(page).toHaveURL(/area=cbsa-41860/);
});

test("a title typed with a slip leads to its career, and from there into a comparison, by keys alone", async ({
  page,
}) => {
  await page.goto("/jobs");
  const field = page.getByRole("combobox", { name: "Find a career" });
  await field.pressSequentially("liason");
  const option = page.getByRole("option", { name: /^Patient liaison, counted in Health technologists/i });
  await expect(option).toBeVisible();
  await expectGoodLook(page);
  for (let tries = 0; tries < 8 && (await option.getAttribute("aria-selected")) !== "true"; tries += 1)
    await field.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/careers\/patient-liaison$/);
  const add = page.getByRole("button", { name: /^Add patient liaisons/ });
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Added.")).toBeVisible();
  await page.goto("/compare");
  await expect(page.locator("main")).toContainText("Patient liaison");
});

test("without scripts the same form lists what a title may mean", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/jobs");
  await page.getByRole("searchbox", { name: "Find a career" }).fill("liason");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/careers\?q=liason$/);
  await expect(page.locator("main")).toContainText("Patient liaison");
  await page.context().close();
});

test("a suggestion is chosen by pointer; none come where the site does not answer", async ({ page }) => {
  await page.goto(PAIR);
  await page.getByText(/Choose another/).click();
  const field = page.getByRole("combobox", { name: /^Place/ });
  await field.pressSequentially("bost");
  await page.getByRole("option", { name: /^Boston/ }).click();
  await expect(field).toHaveValue("Boston-Cambridge-Newton, MA-NH");
  await expect(page.getByRole("option")).toHaveCount(0);

  await page.route("**/api/v1/**", (route) => route.abort());
  await field.fill("chic");
  await page.waitForTimeout(500);
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await field.press("Enter");
  await expect(page).toHaveURL(/place=chic/);
});

test("the header counts what lies in the tray", async ({ page }) => {
  await page.goto("/careers/bakers");
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Compare/ });
  await expect(link).toHaveText("Compare");
  await page.getByRole("button", { name: /^Add bakers/ }).click();
  await expect(link).toHaveAccessibleName("Compare 1 career chosen");
  await page.goto("/careers/actors");
  await page.getByRole("button", { name: /^Add actors/ }).click();
  await expect(link).toHaveText(/2 careers chosen/);
});

test("a browser remembers the careers it looked at, and forgets them", async ({ page }) => {
  await page.goto("/careers");
  await expect(page.locator("recent-careers")).toBeEmpty();
  await page.goto("/careers/bakers");
  await page.goto("/careers/actors?area=US-CA");
  await page.goto("/careers");
  const recent = page.locator("recent-careers").getByRole("link");
  await expect(recent).toHaveText(["actors", "bakers"]);
  await expectGoodLook(page);
  await recent.last().click();
  await expect(page).toHaveURL(/\/careers\/bakers$/);
  await page.goto("/careers");
  await expect(recent).toHaveText(["bakers", "actors"]);
  await page.getByRole("button", { name: "Forget these" }).click();
  await page.reload();
  await expect(page.locator("recent-careers")).toBeEmpty();
});

test("a file that is not the one named by its hash does not run, and the page is whole", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const changed = `document.title = "taken";\n${fs.readFileSync("public/enhance.js", "utf8")}`;
  await page.route("**/enhance.js*", (route) =>
    route.fulfill({ contentType: "text/javascript", body: changed }),
  );
  await page.goto(PAIR);
  await expect(page).not.toHaveTitle("taken");
  await page.getByText(/Choose another/).click();
  await page.getByRole("textbox", { name: /^Place/ }).fill("oakland, ca");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/area=cbsa-41860/);
  expect(faults).toEqual([]);
});

test("the file is under 8 KB compressed", () => {
  expect(brotliCompressSync(fs.readFileSync("public/enhance.js")).length).toBeLessThan(8_000);
});
