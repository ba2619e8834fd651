import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, type Locator, type Page, test } from "@playwright/test";
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
  await page.route("**/enhance.js", (route) =>
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

/** The states of a comparison, unfolded. */
async function stateTable(page: Page): Promise<Locator> {
  const places = page.getByRole("region", { name: "Pay by place" });
  await places.getByText("The picture as a table: median pay a year by state").click();
  return places.getByRole("table", { name: /^Median pay a year/ });
}

const firstCells = (table: Locator) => table.locator("tbody th").allTextContents();

/** The numbers of a column in its order; null where a cell has none. */
const numbersOf = async (table: Locator, column: number) =>
  (await table.locator(`tbody tr > :nth-child(${column})`).allTextContents()).map((text) =>
    /^\s*\$/.test(text) ? Number(text.replace(/[^\d.]/g, "")) : null,
  );

for (const [width, colorScheme, forcedColors] of [
  [320, "dark", "none"],
  [1280, "light", "none"],
  [1280, "light", "active"],
] as const)
  test(`the states are sorted by keys, turned round and put back at ${width} px, ${colorScheme}, forced colors ${forcedColors}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, forcedColors });
    const page = await context.newPage();
    await page.emulateMedia({ reducedMotion: "reduce" });
    // Of boilermakers not every state has a figure.
    await page.goto("/compare/bakers-vs-boilermakers");
    const table = await stateTable(page);
    const before = await firstCells(table);
    expect(before).toHaveLength(51);
    const head = table.getByRole("columnheader", { name: /Boilermakers/ });
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(head).toHaveAttribute("aria-sort", "descending");
    await expect(head.getByRole("button")).toBeFocused();
    await expect(page.getByText(/^Sorted by B Boilermakers, falling$/)).toBeAttached();
    await expectGoodLook(page);
    const column = (await table.getByRole("columnheader").allTextContents()).findIndex((text) =>
      text.includes("Boilermakers"),
    );
    const falling = await numbersOf(table, column + 1);
    const known = falling.flatMap((number) => number ?? []);
    expect(known.length).toBeGreaterThan(5);
    expect(known.length).toBeLessThan(51);
    expect(falling.slice(0, known.length)).toEqual(known);
    await page.keyboard.press("Space");
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    const rising = await numbersOf(table, column + 1);
    expect(rising.slice(known.length).every((number) => number === null)).toBe(true);
    await page.keyboard.press("Enter");
    await expect(head).not.toHaveAttribute("aria-sort", /./);
    await expect(page.getByText("Back in the first order")).toBeAttached();
    expect(await firstCells(table)).toEqual(before);
    // Another column takes the order over.
    await table.getByRole("button", { name: "State" }).click();
    await head.getByRole("button").click();
    await expect(table.locator("[aria-sort]")).toHaveCount(1);
    await context.close();
  });

for (const width of [320, 1280])
  test(`families are sorted where they stand, and nothing moves at ${width} px`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          document.documentElement.dataset.shift = String((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("/careers", { waitUntil: "networkidle" });
    expect(await page.locator("html").getAttribute("data-shift")).toBeNull();
    const table = page.getByRole("table", { name: /families of careers/ });
    await table.getByRole("button", { name: "Highest median pay a year" }).click();
    const amounts = (await table.locator("tbody tr:not(.origins) td:nth-child(4) b").allTextContents()).map(
      (text) => Number(text.replace(/\D/g, "")),
    );
    expect(amounts.length).toBeGreaterThan(20);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    // What says where all are from stays under them.
    await expect(table.locator("tbody tr").last()).toHaveClass("origins");
    for (const button of await table.getByRole("button").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await expectGoodLook(page);
    await context.close();
  });

/** What the page says of an own pay, and the words that mark it on the dots. */
const answerOf = async (page: Page) => ({
  words: (await page.locator("own-pay").locator("p, li").allTextContents()).map((text) => text.trim()),
  mark: await page.locator("svg[data-axis] .own-pay + text").allTextContents(),
});

for (const address of [
  `${PAIR}?area=US-CA&real=1`,
  "/compare/actors-vs-bakers",
  "/compare/actors-vs-dancers",
  "/compare/bakers-vs-barbers-vs-registered-nurses",
  "/compare/patient-service-coordinator-vs-patient-liaison",
])
  test(`pay is placed while it is typed as the site answers it: ${address}`, async ({ page }) => {
    await page.goto(address);
    const field = page.getByLabel("Your own pay, a year");
    await field.scrollIntoViewIfNeeded();
    const before = await field.boundingBox();
    for (const pay of ["30000", "$45,000.50", "62k", "300000"]) {
      await field.fill("");
      await field.pressSequentially(pay);
      const typed = await answerOf(page);
      expect(typed.words.length).toBeGreaterThan(0);
      expect((await field.boundingBox())?.y).toBe(before?.y);
      const answered = await page.context().newPage();
      await answered.goto(`${address}${address.includes("?") ? "&" : "?"}pay=${encodeURIComponent(pay)}`);
      const { words, mark } = await answerOf(answered);
      expect(typed.words).toEqual(words);
      // A mark just off the picture needs a wider one, which is the site's to draw.
      if (typed.mark.length > 0) expect(typed.mark).toEqual(mark);
      await answered.close();
    }
    await field.fill("45000");
    const said = page.locator('own-pay [aria-live="polite"]');
    await expect(said).toContainText("you would");
    await expectGoodLook(page);
    await field.fill("a lot");
    expect(await answerOf(page)).toEqual({ words: [], mark: [] });
    await expect(said).toBeEmpty();
    await field.fill("52k");
    await field.press("Enter");
    await expect(page).toHaveURL(/pay=52k/);
  });

test("an own pay of the address moves while another is typed", async ({ page }) => {
  await page.goto(`${PAIR}?pay=60000`);
  const mark = page.locator("svg[data-axis] .own-pay");
  const [height, place] = [
    await page.locator("svg[data-axis]").getAttribute("height"),
    await mark.getAttribute("x1"),
  ];
  const field = page.getByLabel("Your own pay, a year");
  await field.fill("");
  await expect(mark).toHaveCount(0);
  await field.fill("60000");
  await expect(mark).toHaveAttribute("x1", String(place));
  await field.fill("90,000");
  await expect(mark).not.toHaveAttribute("x1", String(place));
  await expect(page.locator("own-pay li")).toHaveText([/^A With \$90,000/, /^B With \$90,000/]);
  expect(await page.locator("svg[data-axis]").getAttribute("height")).toBe(height);
});

test("an offer is placed while it is typed, for the title and place of the page alone", async ({ page }) => {
  await page.goto("/offer?title=registered+nurse&place=94612&pay=%2485%2C000&per=year");
  const live = page.locator("offer-pay > p");
  const stands = page.getByRole("region", { name: "Where it stands" });
  await expect(live).toHaveCount(0);
  const pay = page.getByLabel("Pay", { exact: true });
  await pay.fill("150,000");
  const words = await live.textContent();
  expect(words).toMatch(/^\$150,000 a year is /);
  await expectGoodLook(page);
  await pay.fill("75");
  await expect(live).toHaveCount(0);
  await page.getByLabel("For", { exact: true }).selectOption("hour");
  await expect(live).toHaveText(/^\$75\.00 an hour, which is \$156,000 a year at 2,080 hours a year, is /);
  const hourly = String(await live.textContent());
  await pay.press("Enter");
  await expect(stands).toContainText(hourly);
  await page.getByLabel("Job title").fill("baker");
  await page.getByLabel("Pay", { exact: true }).fill("80");
  await expect(live).toHaveCount(0);
});

test("all of it runs where no text may become markup", async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.route(/\/compare\/|\/careers$/, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = `${headers["content-security-policy"]}; require-trusted-types-for 'script'; trusted-types 'none'`;
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
  });
  await page.goto(PAIR);
  await page.getByRole("combobox", { name: "Find a career" }).pressSequentially("baker");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.getByLabel("Your own pay, a year").fill("60000");
  await expect(page.locator("own-pay li")).toHaveCount(2);
  await expect(page.locator("svg[data-axis] .own-pay")).toHaveCount(1);
  const table = await stateTable(page);
  await table.getByRole("button", { name: /Bakers/ }).click();
  await expect(table.locator("[aria-sort]")).toHaveCount(1);
  expect(faults).toEqual([]);
});

test("without scripts tables keep their order, heads are words, and the form places the pay", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/careers");
  await expect(page.getByRole("table").getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "Careers", exact: true })).toBeVisible();
  await page.goto(PAIR);
  const table = await stateTable(page);
  await expect(table.getByRole("columnheader", { name: "State" })).toBeVisible();
  await expect(table.getByRole("button")).toHaveCount(0);
  await page.getByLabel("Your own pay, a year").fill("60000");
  await page.keyboard.press("Enter");
  await expect(page.locator("own-pay li").first()).toContainText("With $60,000 a year you would");
  await page.context().close();
});

test("the file is under 8 KB compressed, is checked as the rest is, and writes no markup", () => {
  const file = fs.readFileSync("public/enhance.js");
  expect(brotliCompressSync(file).length).toBeLessThan(8_000);
  expect(gzipSync(file).length).toBeLessThan(8_000);
  expect(file.toString()).toMatch(/^\/\/ @ts-check\n/);
  expect(file.toString()).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|\.style\b|"style"/,
  );
  const { files, compilerOptions } = JSON.parse(
    execFileSync("node_modules/.bin/tsc", ["--showConfig"], { encoding: "utf8" }),
  );
  expect(files).toContain("./public/enhance.js");
  expect(compilerOptions).toMatchObject({ allowJs: true, strict: true });
});
