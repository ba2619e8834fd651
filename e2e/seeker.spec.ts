import { expect, test } from "@playwright/test";
import { expectGoodLook } from "./look";

const SEED = "/compare/patient-service-coordinator-vs-patient-liaison";
const FOUR = "/compare/accountants-and-auditors-vs-actors-vs-medical-secretary-vs-registered-nurses";
const PAGES = [
  "/",
  "/compare",
  SEED,
  "/compare/medical-secretary-vs-registered-nurses",
  "/compare/infantry-vs-registered-nurses",
  FOUR,
  `${FOUR}?area=US-CA&real=1&pay=60000`,
  `${SEED}?area=cbsa-41740&diff=1`,
  `${SEED}?place=portland&pay=much`,
  `${SEED}?place=xyzzy`,
  `${SEED}?area=US-ZZ`,
  "/careers?q=nurse",
  "/careers/medical-secretary",
  "/sources",
  "/compare/nurse",
  "/nowhere",
];

test("the seed comparison reads whole without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const response = await page.goto(SEED);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Patient service coordinator");
  for (const name of [
    "In short",
    "Overview",
    "What each does",
    "Pay",
    "Outlook",
    "Getting in",
    "Duties",
    "Skills",
    "Who does it",
    "Sources",
  ])
    await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  const text = (await page.locator("main").textContent()) ?? "";
  for (const figure of [
    "$50,290",
    "$38,180 to $85,270",
    "182,610",
    "+5.2%",
    "13,600",
    "28.7%",
    "$34,754",
    "$32,314",
    "−4%",
  ])
    expect(text).toContain(figure);
  expect(text).toContain("cannot tell patient service coordinators from patient liaisons");
  await expect(page.locator("table.cmp").first().getByRole("row")).not.toHaveCount(0);
  await context.close();
});

test("pay by the hour stands on the sign and in the picture where only that is published", async ({
  page,
}) => {
  await page.goto("/careers/actors");
  await expect(page.locator(".sign")).toContainText("$29.05 an hour");
  await expect(page.locator(".sign")).toContainText("Median pay, United States, May 2025");
  await page.goto("/compare/actors-vs-dancers");
  const pay = page.getByRole("figure").filter({ hasText: "Each dot is 5%" });
  await expect(pay.locator("figcaption")).toContainText("Dollars an hour, May 2025");
  await expect(pay.locator("svg.plot")).toContainText("$16.50 to $143.68");
  await page.goto("/compare/actors-vs-registered-nurses");
  await expect(page.locator(".sign")).toContainText("$97,550 a year");
  await expect(pay.locator("svg.plot")).not.toContainText("Actors");
  await expect(pay).toContainText(
    "Actors: pay is published by the hour only. Median $29.05 an hour; 10th to 90th percentile $16.50 to $143.68.",
  );
});

test("a title-level figure names its source and how the two relate", async ({ page }) => {
  await page.goto(SEED);
  const mean = page.getByRole("row", { name: /^Mean pay, a year/ }).first();
  await expect(mean.getByText("one figure for both")).toBeVisible();
  const title = mean.locator("xpath=following-sibling::tr[1]");
  await expect(title.getByRole("rowheader")).toHaveText("Seed page, by title: modelled, undated");
  await expect(title.getByRole("cell").first()).toContainText("$2,440 more (7.6%)");
});

test("required schooling stands beside the schooling held, with how many were asked", async ({ page }) => {
  await page.goto("/compare/medical-secretary-vs-registered-nurses");
  await page.getByRole("region", { name: "Getting in" }).getByText("The picture as a table").click();
  const table = page.getByRole("table", { name: /^Schooling workers say is required/ });
  await expect(table.getByRole("columnheader", { name: /Medical secretary/ })).toContainText(
    "26 workers asked",
  );
  await expect(table.getByRole("row", { name: /^High school diploma/ })).toContainText("47.6%");
  await expect(table.getByRole("row", { name: /after a doctoral degree/ })).toHaveCount(0);
  await table
    .getByRole("row", { name: /^High school diploma/ })
    .locator("summary")
    .first()
    .click();
  await expect(table.locator("details[open]")).toContainText("13.4 points");
});

test("the header marks the page and the part of the site a reader is in", async ({ page }) => {
  const current = page.getByRole("navigation", { name: "Main" }).locator("[aria-current]");
  await page.goto("/careers");
  await expect(current).toHaveAttribute("aria-current", "page");
  await expect(current).toHaveText("Careers");
  await page.goto(SEED);
  await expect(current).toHaveAttribute("aria-current", "true");
  await expect(current).toHaveText("Compare");
  await page.goto("/");
  await expect(current).toHaveCount(0);
});

test("tables keep their rows, heads and cells where they are laid out for a phone", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
  const page = await context.newPage();
  await page.goto(FOUR);
  const table = page.getByRole("table", { name: /^Overview/ });
  // Two of the four careers, and the head of the rows.
  await expect(table.getByRole("columnheader")).toHaveCount(3);
  await expect(table.getByRole("row", { name: /^Median pay, an hour/ }).getByRole("cell")).toHaveCount(2);
  const fold = page.getByText("Show the figures of age, sex and origin");
  await expect(page.getByRole("rowheader", { name: /^Women/ })).toBeHidden();
  await fold.click();
  await expect(page.getByRole("rowheader", { name: /^Women/ })).toBeVisible();
  await context.close();
});

for (const width of [640, 1280])
  test(`text of twice the size fits ${width} px`, async ({ browser }) => {
    // The page's policy refuses a style from outside, so that the test goes round it.
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    for (const address of ["/", SEED, FOUR, "/careers/actors"]) {
      await page.goto(address);
      await page.addStyleTag({ content: "html { font-size: 200% }" });
      const [size, content] = await page.evaluate(() => [
        getComputedStyle(document.body).fontSize,
        document.documentElement.scrollWidth,
      ]);
      expect(size).toBe("32px");
      expect(content, `${address} scrolls sideways`).toBeLessThanOrEqual(width);
    }
    await context.close();
  });

test("on paper all that is folded is open, and the header and the forms are gone", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(SEED);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  for (const details of await page.locator("details:not(.on-screen)").all())
    await expect(details.locator(":scope > :not(summary)").first()).toBeVisible();
});

test("source and method open by keyboard", async ({ page }) => {
  await page.goto(SEED);
  const summary = page.locator("details.origin summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("details.origin[open] p").first()).toContainText(
    "Occupational Employment and Wage Statistics",
  );
});

test("the other order moves for good to the one address", async ({ request }) => {
  const answer = await request.get("/compare/patient-liaison-vs-patient-service-coordinator", {
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toContain(SEED);
});

for (const [address, words] of [
  ["/compare/registered-nurses-vs-registered-nurses", "cannot be compared with itself"],
  ["/compare/a-vs-b-vs-c-vs-d-vs-e", "at most four"],
  ["/compare/registerd-nurse-vs-medical-secretary", "not known"],
  ["/compare/registered-nurses", "at least two"],
] as const)
  test(`${address} says what is wrong`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator("main")).toContainText(words);
  });

test("an address that is no valid encoding is refused, not a fault of the server", async ({ request }) => {
  const answer = await request.get("/compare/%E0%A4%A");
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain("percent sign");
});

test("the home form leads to the comparison of what was typed", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("What you do").fill("medical secretary");
  await page.getByLabel("Compare with").fill("registered nurse");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/medical-secretary-vs-registered-nurses$/);
});

test("what is no job comes back as typed, with words", async ({ page }) => {
  await page.goto("/?a=zzxqj");
  await expect(page.getByLabel("What you do")).toHaveValue("zzxqj");
  await expect(page.locator("main")).toContainText("No career found");
});

test("the API gives the page's own sentences and rows", async ({ page, request }) => {
  const answer = await (
    await request.get("/api/v1/compare?roles=medical-secretary,registered-nurses")
  ).json();
  await page.goto("/compare/medical-secretary-vs-registered-nurses");
  const text = ((await page.locator(".verdict").textContent()) ?? "").replace(/\s+/g, " ");
  for (const sentence of answer.sentences) expect(text).toContain(sentence);
  const median = answer.rows.find((row: { measure: string }) => row.measure === "annual_wage_median");
  expect(median.cells[0].figure.value).toBe(45_930);
  expect(median.relations[0].relation).toBe("b_higher");
});

test("no page breaks its own content security policy", async ({ page }) => {
  const faults: string[] = [];
  page.on(
    "console",
    (message) => message.type() === "error" && !message.text().includes("404") && faults.push(message.text()),
  );
  for (const address of PAGES) await page.goto(address);
  expect(faults).toEqual([]);
});

// Every two of width, colours and scripts meet.
for (const [width, colorScheme, scripts] of [
  [320, "light", "run"],
  [320, "dark", "blocked"],
  [1280, "light", "blocked"],
  [1280, "dark", "run"],
] as const)
  test(`axe finds nothing at ${width} px, ${colorScheme}, scripts ${scripts}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    // axe itself needs JavaScript, so the page's own scripts are kept from it instead.
    if (scripts === "blocked") await context.route("**/*.js", (route) => route.abort());
    const page = await context.newPage();
    for (const address of PAGES) {
      await page.goto(address);
      await expectGoodLook(page);
    }
    await context.close();
  });
