import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const SEED = "/compare/patient-service-coordinator-vs-patient-liaison";
const PAGES = [
  "/",
  "/compare",
  SEED,
  "/compare/medical-secretary-vs-registered-nurses",
  "/compare/infantry-vs-registered-nurses",
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
  expect(text).toContain("cannot tell these two apart");
  await expect(page.locator("table.cmp").first().getByRole("row")).not.toHaveCount(0);
  await context.close();
});

test("source and method open by keyboard", async ({ page }) => {
  await page.goto(SEED);
  const summary = page.locator("details.origin summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("details.origin[open] dl").first()).toContainText(
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
  const answer = await (await request.get("/api/v1/compare?roles=medical-secretary,registered-nurses")).json();
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

for (const width of [320, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    for (const scripts of ["run", "blocked"] as const)
      test(`axe finds nothing at ${width} px, ${colorScheme}, scripts ${scripts}`, async ({ browser }) => {
        test.setTimeout(300_000);
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
        // axe itself needs JavaScript, so the page's own scripts are kept from it instead.
        if (scripts === "blocked") await context.route("**/*.js", (route) => route.abort());
        const page = await context.newPage();
        for (const address of PAGES) {
          await page.goto(address);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes[0]?.html}`)).toEqual([]);
          const [inner, content] = await page.evaluate(() => [
            window.innerWidth,
            document.documentElement.scrollWidth,
          ]);
          expect(content, `${address} scrolls sideways`).toBeLessThanOrEqual(inner ?? 0);
        }
        await context.close();
      });
