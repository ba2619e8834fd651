import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { Hand } from "./by-hand";
import { expectGoodLook } from "./look";
import { port } from "./place";

const SECRETARIES = "/careers/medical-secretaries-and-administrative-assistants";
const origin = `http://localhost:${port}`;

/** A common one, an “all other”, a merged code, by the hour alone, by the year alone, of the armed forces, a title, and a place without a figure. */
const six = [
  "/careers/registered-nurses",
  "/careers/health-technologists-and-technicians-all-other",
  "/careers/buyers-and-purchasing-agents",
  "/careers/actors",
  "/careers/airline-pilots-copilots-and-flight-engineers",
  "/careers/infantry",
];
const others = [
  "/careers/patient-liaison",
  `${SECRETARIES}?area=cbsa-41740&real=1`,
  "/careers/prosthodontists?area=cbsa-41740",
  "/careers/registered-nurses/places",
  "/careers/registered-nurses/places?kind=metro&sort=jobs&page=2&area=cbsa-41740&real=1",
  "/careers/infantry/places",
  "/careers/wizards",
  "/careers/actors?area=US-ZZ",
];

async function plainPage(newContext: (options: object) => Promise<BrowserContext>, width = 1280) {
  const context = await newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
  return context.newPage();
}

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

for (const width of [320, 1280])
  for (const colorScheme of ["light", "dark"] as const)
    test(`pages of careers have nothing to mend at ${width} px, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(300_000);
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      for (const address of [...six, ...others]) {
        await page.goto(address);
        await expectGoodLook(page);
      }
      await context.close();
    });

test("every career has the same parts in the same order, without JavaScript", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options));
  const parts = [
    "What it is",
    "Quick facts",
    "Pay",
    "Pay by place",
    "Pay over the years",
    "Outlook",
    "Getting in",
    "Skills and knowledge",
    "Technology",
    "Duties",
    "Other titles",
    "Comparisons worth making",
    "Open jobs",
    "Sources",
  ];
  for (const address of six) {
    await page.goto(address);
    expect(await page.getByRole("heading", { level: 2 }).allTextContents(), address).toEqual(parts);
  }
});

test("those who leave each year are parted, and a small sample is said", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options));
  for (const [address, rate] of [
    [SECRETARIES, "9.5%"],
    ["/careers/medical-assistants", "11.9%"],
    ["/careers/registered-nurses", "5%"],
  ] as const) {
    await page.goto(address);
    const row = part(page, "Outlook").getByRole("row", { name: /^Leave the occupation each year/ });
    await expect(row.locator("b")).toHaveText([rate, "10.6%"]);
  }
  await page.goto(SECRETARIES);
  const outlook = part(page, "Outlook");
  await expect(outlook.getByRole("row", { name: /^Stop working each year/ }).locator("b")).toHaveText([
    "4.6%",
    "4.7%",
  ]);
  await expect(part(page, "Getting in")).toContainText(
    "Only 26 workers were asked, so these shares are rough. The largest share, 47.6% for “high school diploma”, may in truth be anywhere from 21% to 74%.",
  );
});

test("a place is chosen by name, changes what is local, and is kept on the way", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options), 320);
  await page.goto(SECRETARIES);
  await page.getByText(/^Place: United States/).click();
  await page.getByLabel("Place: state, metro area or ZIP").fill("San Diego, CA");
  await page.getByLabel("Adjust pay for prices there").check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\?area=cbsa-41740&real=1$/);
  await expect(page).toHaveTitle(/ in San Diego-Chula Vista-Carlsbad, CA: pay after prices/);
  await expect(page.getByRole("status")).toContainText("Pay is divided by the price level there");
  const facts = part(page, "Quick facts");
  await expect(facts).toContainText("After prices there");
  await expect(facts).toContainText("United States");
  const [own] = await part(page, "Pay by place").locator(".own-place").allTextContents();
  expect(own).toMatch(/^California Your place\. Number \d+/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /area=cbsa-41740&real=1$/);
  // Markup gives pay as published, or none.
  const markup = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(markup).not.toHaveProperty("estimatedSalary");

  await part(page, "Pay by place")
    .getByRole("link", { name: /^All metro areas/ })
    .click();
  await expect(page).toHaveURL(/places\?kind=metro&area=cbsa-41740&real=1$/);
  await expect(
    page.getByText(/^San Diego-Chula Vista-Carlsbad, CA is number \d+ by median pay/),
  ).toBeVisible();
});

test("a place without a figure says so, and names the nearest larger area that has one", async ({ page }) => {
  await page.goto("/careers/prosthodontists?area=cbsa-41740");
  await expect(part(page, "Pay")).toContainText(
    /No pay is published for prosthodontists in the San Diego area\. In (California|the United States): /,
  );
});

test("all places are reached and sorted by keys alone, and taken away whole", async ({
  browser,
  request,
}) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto(`${SECRETARIES}/places`);
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(51);
  const byName = page.getByRole("link", { name: "Sort by State" });
  for (let i = 0; i < 40 && !(await byName.evaluate((link) => link === document.activeElement)); i += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?sort=name$/);
  await expect(page.getByRole("rowheader").first()).toContainText("Alabama");
  await page.getByRole("combobox", { name: "Places" }).selectOption("metro");
  await page.getByRole("button", { name: "Show" }).click();
  const listed: string[] = [];
  for (;;) {
    listed.push(...(await page.getByRole("rowheader").allTextContents()));
    const current = page.getByRole("navigation", { name: "Pages" }).locator('[aria-current="page"]');
    const next = String(Number((await current.textContent())?.replace(/\D+/g, "")) + 1);
    const link = page.getByRole("link", { name: `Page ${next}`, exact: true });
    if ((await link.count()) === 0) break;
    await link.click();
  }
  const file = await request.get(`${SECRETARIES}/places/table.csv?kind=metro&sort=name`);
  expect(file.headers()["content-type"]).toContain("text/csv");
  const rows = parse(await file.text(), { columns: true }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(380);
  expect(listed).toHaveLength(rows.length);
  expect(listed.every((text, i) => text.startsWith(rows[i]?.place ?? "?"))).toBe(true);
});

test("markup says what is published of the occupation", async ({ page }) => {
  await page.goto(SECRETARIES);
  const markup = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(markup).toMatchObject({
    "@type": "Occupation",
    occupationalCategory: { codeValue: "43-6013" },
    educationRequirements: "High school diploma or equivalent",
    estimatedSalary: [
      {
        "@type": "MonetaryAmountDistribution",
        duration: "P1Y",
        currency: "USD",
        percentile10: 35_930,
        median: 45_930,
        percentile90: 60_530,
      },
      { duration: "PT1H", median: 22.08 },
    ],
  });
});

test("another name of a career moves for good, and keeps its place", async () => {
  const hand = new Hand(origin, "198.51.100.7");
  for (const [asked, to] of [
    ["/careers/registered-nurse", "/careers/registered-nurses"],
    ["/careers/registered-nurse?area=US-OH&real=1&x=2", "/careers/registered-nurse?area=US-OH&real=1"],
    ["/careers/registered-nurse?area=US-OH&real=1", "/careers/registered-nurses?area=US-OH&real=1"],
    ["/careers/registered-nurse/places?kind=metro", "/careers/registered-nurses/places?kind=metro"],
  ] as const) {
    const answer = await hand.ask(asked);
    expect(answer.status, asked).toBe(308);
    expect(answer.headers.location, asked).toBe(to);
  }
});

test("what is not understood is left aside, and what is not known is said", async () => {
  const hand = new Hand(origin, "198.51.100.8");
  const long = "a".repeat(5_000);
  for (const query of ["real=yes&area=", "area=US-OH&area=US-CA", "real=1&real=0", "place=%00"])
    expect((await hand.ask(`/careers/actors?${query}`)).status, query).toBe(200);
  for (const query of ["kind=city&sort=x&page=-1", "page=99999999999999", "page=1e9&kind=metro"])
    expect((await hand.ask(`/careers/actors/places?${query}`)).status, query).toBe(200);
  for (const [asked, to] of [
    [`/careers/actors?pay=-1&x=${long}`, "/careers/actors"],
    ["/careers/actors?__proto__=1&real=1", "/careers/actors?real=1"],
    ["/careers/actors/places?sort[]=pay&sort=jobs", "/careers/actors/places?sort=jobs"],
  ] as const)
    expect([(await hand.ask(asked)).status, (await hand.ask(asked)).headers.location]).toEqual([308, to]);
  for (const area of ["US-ZZ", "%00", "%0D%0AX:%20y", "'%20or%201=1", long, "%3Cscript%3E"])
    for (const below of ["", "/places", "/places/table.csv"]) {
      const answer = await hand.ask(`/careers/actors${below}?area=${area}`);
      expect(answer.status, `${below} ${area.slice(0, 40)}`).toBe(404);
      expect(answer.text).not.toContain("<script>alert");
    }
  for (const slug of ["wizards", "%00", "registered%20nurses", "..%2fadmin"]) {
    expect((await hand.ask(`/careers/${slug}/places`)).status, slug).toBe(404);
    const file = await hand.ask(`/careers/${slug}/places/table.csv`);
    expect(file.status, slug).toBe(404);
    expect(file.headers["content-type"], slug).toContain("application/problem+json");
  }
  const near = await hand.ask("/careers/register-nurse");
  expect(near.status).toBe(404);
  expect(near.text).toContain('href="/careers/registered-nurses"');
});
