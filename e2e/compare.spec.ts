import { randomUUID } from "node:crypto";
import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { Hand, multipart } from "./by-hand";
import { expectGoodLook } from "./look";
import { naughty } from "./naughty";
import { port } from "./place";
import { addPosting, one, removePostings } from "./tables";

const FOUR = "/compare/accountants-and-auditors-vs-actors-vs-medical-secretary-vs-registered-nurses";
const origin = `http://localhost:${port}`;

/** Half characters go over the wire as the sign for none. */
const wellFormed = (text: string) => Buffer.from(text).toString();

/** A page of a browser that runs no scripts. */
async function plainPage(
  newContext: (options: object) => Promise<BrowserContext>,
  viewport = { width: 1280, height: 800 },
): Promise<Page> {
  const context = await newContext({ javaScriptEnabled: false, viewport });
  return context.newPage();
}

/** Presses Tab until the focus is on a control of this name. */
const tabTo = (page: Page, role: "link" | "button" | "textbox" | "radio", name: string | RegExp) =>
  tabToControl(page.getByRole(role, { name }).first());

async function tabToControl(wanted: Locator) {
  for (let i = 0; i < 80; i += 1) {
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
    await wanted.page().keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

test("two careers are picked by typing, a third is added, one replaced and one removed, by keys alone", async ({
  browser,
}) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto("/compare");
  await tabTo(page, "textbox", "First career");
  await page.keyboard.type("Baker");
  await page.keyboard.press("Tab");
  await page.keyboard.type("actors");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/actors-vs-bakers$/);

  await tabTo(page, "link", "Add a career");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("First career")).toHaveValue("actor");
  await expect(page.getByLabel("Second career")).toHaveValue("baker");
  await expect(page.getByLabel("Third career")).toBeFocused();
  await page.keyboard.type("registered nurse");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/actors-vs-bakers-vs-registered-nurses$/);

  await tabTo(page, "link", "Replace bakers");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Second career")).toBeFocused();
  await expect(page.getByLabel("Second career")).toHaveValue("");
  await expect(page.getByLabel("Second career")).toHaveAccessibleDescription("In the place of bakers");
  await page.keyboard.type("dancer");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/actors-vs-dancers-vs-registered-nurses$/);

  await tabTo(page, "link", "Remove actors");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/dancers-vs-registered-nurses$/);
  await tabTo(page, "link", "Remove dancers");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/careers\/registered-nurses$/);
});

test("a title that may mean several is asked about, and what was typed is kept", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 568 });
  await page.goto("/compare?area=US-CA&real=1");
  await page.getByLabel("First career").fill("nurse");
  await page.getByLabel("Second career").fill("zzxqj");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("No career found for “zzxqj”.");
  await summary.getByRole("link", { name: "Choose which career you mean by “nurse”." }).click();
  const near = page.getByRole("group", { name: "Which did you mean?" });
  await expect(near.getByRole("radio").first()).toBeFocused();
  await expect(page.getByLabel("First career")).toHaveValue("nurse");
  await expect(page.getByLabel("Second career")).toHaveValue("zzxqj");

  await near.getByLabel("Registered nurse").check();
  await page.getByLabel("Second career").fill("Registered nurses");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(summary).toContainText("You entered registered nurses twice.");
  await page.getByLabel("Second career").fill("actor");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL(/\/compare\/actors-vs-registered-nurses\?area=US-CA&real=1$/);
  await page.getByRole("link", { name: "Replace actors" }).click();
  await expect(page).toHaveURL(/area=US-CA&real=1/);
});

test("the tray takes careers from a career, a search and a job, and a fifth loses nothing", async ({
  browser,
}) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 568 });
  await page.goto("/careers/bakers");
  const before = await page.locator("main").innerHTML();
  await page.getByRole("button", { name: "Add bakers to compare" }).click();
  await expect(page).toHaveURL(/\/careers\/bakers#added$/);
  // The page is the same for everybody: only its address says that something was added.
  expect(await page.locator("main").innerHTML()).toBe(before);
  await page.getByRole("link", { name: "See what you chose to compare" }).click();
  await expect(page.getByRole("link", { name: "Choose one to compare it with" })).toBeVisible();

  await page.goto("/careers?q=nurse");
  await page.getByRole("button", { name: "Add registered nurses to compare" }).click();
  // Back at the row, so that nobody loses the place in a long list.
  await expect(page).toHaveURL(/\/careers\?q=nurse#registered-nurses$/);
  await expect(
    page.getByRole("button", { name: /^Add registered nurses to compare \(done\)/ }),
  ).toBeInViewport();
  await expect(page.getByText("Added. See what you chose to compare")).toBeVisible();
  const title = `Tray cook ${randomUUID()}`;
  const north = String(one("select id from employers where slug = 'demo-northfield-works'").id);
  await page.goto(`/jobs/${addPosting(north, title, { state: "live", soc: "35-1011" })}`);
  await page.getByRole("button", { name: "Add chefs and head cooks to compare" }).click();
  await expect(page).toHaveURL(/\/jobs\/[^/]+\/[^/]+#added$/);
  removePostings(title);
  await page.goto("/careers/actors");
  await page.getByRole("button", { name: "Add actors to compare" }).click();
  await expect(page).toHaveURL(/\/careers\/actors#added$/);

  await page.goto("/compare");
  const tray = page.getByRole("region", { name: "Your choice so far" });
  await expect(tray.getByRole("listitem")).toHaveCount(4);
  await page.goto("/careers/dancers");
  await page.getByRole("button", { name: "Add dancers to compare" }).click();
  await expect(page.getByRole("alert")).toContainText("four careers at most");
  await expect(page.getByRole("alert")).toContainText("before you add dancers");
  await expect(tray.getByRole("listitem")).toHaveCount(4);

  await tray.getByRole("button", { name: "Remove bakers" }).click();
  await expect(tray.getByRole("listitem")).toHaveCount(3);
  await page.reload();
  await tray.getByRole("link", { name: "Compare these 3" }).click();
  await expect(page).toHaveURL(/\/compare\/actors-vs-.*-vs-/);
  await page.goto("/compare");
  await tray.getByRole("button", { name: "Remove all" }).click();
  await expect(tray).toBeHidden();
  expect(await page.context().cookies()).toEqual([]);
});

test("a career page leads to the picker with the career in it", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto("/careers/registered-nurses");
  await page.getByRole("link", { name: "Compare with another career" }).click();
  await expect(page.getByLabel("First career")).toHaveValue("registered nurse");
  await expect(page.getByLabel("Second career")).toBeFocused();
});

test("a phone shows two of four careers, and the reader chooses which", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 568 });
  await page.goto(FOUR);
  const table = page.getByRole("table", { name: /^Overview/ });
  const heads = table.getByRole("columnheader");
  const chooser = page.getByRole("group", { name: "Beside accountants and auditors" });
  await expect(page.getByText("2 of 4 careers shown in each table.")).toBeVisible();
  await expect(heads).toContainText(["Measure", "Accountant or auditor", "Actor"]);
  await tabTo(page, "radio", /^B/);
  for (const [place, name] of [
    [2, "Medical secretary"],
    [3, "Registered nurse"],
  ] as const) {
    await page.keyboard.press("ArrowRight");
    await expect(chooser.getByRole("radio").nth(place - 1)).toBeChecked();
    await expect(heads).toContainText(["Measure", "Accountant or auditor", name]);
    await expect(heads).toHaveCount(3);
    await expect(table.getByRole("row", { name: /^Median pay, an hour/ }).getByRole("cell")).toHaveCount(2);
  }
  await expect(table.getByRole("row", { name: /^Median pay, an hour/ })).toContainText("$46.90");

  // Wider screens and paper show all.
  await page.setViewportSize({ width: 1280, height: 568 });
  await expect(heads).toHaveCount(5);
  await expect(chooser).toBeHidden();
  await page.setViewportSize({ width: 320, height: 568 });
  await page.emulateMedia({ media: "print" });
  await expect(heads).toHaveCount(5);
  await expect(chooser).toBeHidden();
});

for (const address of [
  FOUR,
  "/compare/actors-vs-first-line-supervisors-of-transportation-and-material-moving-workers-except-aircraft-cargo-handling-supervisors-vs-teaching-assistants-preschool-elementary-middle-and-secondary-school-except-special-education",
])
  for (const width of [320, 1280])
    test(`names stay in view and hide no focus at ${width} px: ${address.slice(0, 40)}`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ viewport: { width, height: 568 } });
      const page = await context.newPage();
      await page.goto(address);
      for (const table of await page.locator("table.cmp:visible").all()) {
        const rows = table.locator("tbody tr");
        if ((await rows.count()) < 6) continue;
        await rows.nth((await rows.count()) - 2).evaluate((row) => row.scrollIntoView({ block: "center" }));
        const bottom = await table
          .locator("thead th:visible")
          .nth(1)
          .evaluate(
            (head) => head.closest("thead")?.querySelector("th:nth-child(2)")?.getBoundingClientRect().bottom,
          );
        expect(bottom).toBeGreaterThan(0);
        expect(bottom).toBeLessThanOrEqual(568 / 5);
      }
      const hidden = await page.evaluate(() => {
        const controls = document.querySelectorAll<HTMLElement>("main :is(a[href], summary, input, button)");
        return [...controls]
          .reverse()
          .filter((control) => control.checkVisibility())
          .filter((control) => {
            control.focus();
            const [box] = control.getClientRects();
            if (!box) return false;
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return top !== null && !control.contains(top) && !top.contains(control);
          })
          .map((control) => control.outerHTML.slice(0, 80));
      });
      expect(hidden).toEqual([]);
      await context.close();
    });

test("nothing that is sent to the tray or asked of the picker is a fault of the server", async () => {
  test.setTimeout(180_000);
  const hand = new Hand(origin, "198.51.100.77");
  for (const text of naughty) {
    for (const name of ["add", "remove", "back"] as const) {
      const answer = await hand.send({
        action: "/compare/tray",
        fields:
          name === "back"
            ? [
                ["add", "bakers"],
                ["back", text],
              ]
            : [[name, text]],
      });
      expect(answer.status, `${name} ${JSON.stringify(text.slice(0, 40))}`).toBe(303);
      expect(answer.headers.location, `${name} ${JSON.stringify(text.slice(0, 40))}`).toMatch(
        /^\/(compare|careers|jobs)/,
      );
    }
    hand.cookies.set("crossroads.tray", encodeURIComponent(wellFormed(text.slice(0, 300))));
    const typed = encodeURIComponent(wellFormed(text.slice(0, 300)));
    for (const query of [
      `a=${typed}&a-of=${typed}&a-is=${typed}&b=bakers`,
      `tray=full&more=${typed}&area=${typed}&replace=${typed}`,
    ]) {
      const answer = await hand.ask(`/compare?${query}`);
      expect([200, 307], query.slice(0, 80)).toContain(answer.status);
      expect(answer.text).not.toContain("<script>window");
    }
  }
  for (const query of ["a=%00&b=%00", `a=${"x".repeat(10_000)}&b=bakers`, "a=a&a=b&c=%F0%9F%92%A9"])
    expect((await hand.ask(`/compare?${query}`)).status).toBe(200);
  const { type, body } = multipart([["add", "bakers"]]);
  for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }])
    expect(
      (
        await hand.ask("/compare/tray", {
          method: "POST",
          body: [body],
          headers: { "content-type": type, ...headers },
        })
      ).status,
    ).toBe(403);
  expect((await hand.send({ action: "/compare/tray", fields: [] })).headers.location).toBe(
    "/compare?tray=unknown",
  );
  const told = await hand.ask("/compare?tray=unknown");
  expect(told.text).toContain("This career is not known here.");
});

for (const [width, colorScheme] of [
  [320, "dark"],
  [320, "light"],
  [1280, "light"],
] as const)
  test(`axe finds nothing on the picker and the tray at ${width} px, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport: { width, height: 568 }, colorScheme });
    await context.addCookies([
      { name: "crossroads.tray", value: "actors.bakers.dancers.registered-nurses", url: origin },
    ]);
    const page = await context.newPage();
    for (const address of [
      "/compare?a=nurse&b=",
      "/compare?a=actors&b=bakers&c=dancers&add=d",
      "/compare?tray=full&more=cooks",
      "/careers?q=nurse#registered-nurses",
      "/careers/bakers#added",
      FOUR,
    ]) {
      await page.goto(address);
      await expectGoodLook(page);
    }
    await context.close();
  });

const TECHNICIANS =
  "/compare/health-technologists-and-technicians-all-other-vs-medical-secretaries-and-administrative-assistants";
const PILOTS = "/compare/actors-vs-airline-pilots-copilots-and-flight-engineers";
const THREE = "/compare/bakers-vs-barbers-vs-registered-nurses";

const official = (page: Page, label: RegExp) =>
  page.locator("table.cmp").getByRole("row", { name: label }).first();

test("the page says how far apart two careers are, and how far their ranges meet", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto(TECHNICIANS);
  const verdict = page.locator(".verdict");
  await expect(verdict).toContainText("earn $4,360 more a year");
  await expect(verdict).toContainText("9.5% more than the $45,930 of medical secretaries");
  await expect(verdict).toContainText("The two ranges share $22,350");
  await expect(official(page, /^Median pay, a year/)).toContainText("$4,360 more (9.5%)");

  await page.goto("/compare/landscaping-and-groundskeeping-workers-vs-receptionists-and-information-clerks");
  await expect(verdict).toContainText("Median pay is about the same");
  await expect(official(page, /^Median pay, a year/)).toContainText("about the same");
  await page.goto(PILOTS);
  await expect(verdict).toContainText("The two have no unit in common.");
  await expect(official(page, /^Median pay, a year/)).toContainText("no pay by the year is published");
  await expect(official(page, /^Median pay, an hour/)).toContainText("no pay by the hour is published");
});

test("pay after prices is labelled wherever it stands", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 568 });
  await page.goto(`${TECHNICIANS}?area=US-CA&real=1&pay=60000`);
  const sign = page.locator(".sign");
  await expect(sign).toContainText("$54,543");
  await expect(sign).toContainText("California, after prices there, May 2025");
  await expect(page.locator(".verdict > li").first()).toContainText(
    "After adjusting for prices in California",
  );
  await expect(page.locator(".verdict > li").first()).toContainText("$54,543");
  const median = official(page, /^Median pay, a year/);
  await expect(median.getByRole("rowheader")).toContainText("After prices there");
  await expect(median).toContainText("$54,543");
  await expect(official(page, /^Best-paying state/).getByRole("rowheader")).toContainText(
    "United States, after prices there",
  );
  await expect(official(page, /^Openings a year/).getByRole("rowheader")).not.toContainText("prices");
  await expect(page.getByRole("region", { name: "What each does" })).toContainText(
    "After adjusting for prices, the median pay in California was $54,543 a year",
  );
  await expect(page.locator("main")).toContainText(
    "Your $60,000 a year in California buys what $54,191 buys at the average prices of the nation.",
  );
  await expect(page.getByLabel("Your own pay, a year")).toHaveValue("60000");

  await page.goto(`${TECHNICIANS}?real=1`);
  await expect(page.getByRole("status")).toContainText("Pay is not adjusted");
  await expect(sign).toContainText("$50,290");
  await expect(sign).not.toContainText("after prices");
});

type CsvRow = Record<"measure" | "label" | "level" | "shown", string>;

test("only rows that differ are shown where that is asked, and the spreadsheet holds the same ones", async ({
  page,
  request,
}) => {
  await page.goto(TECHNICIANS);
  const [, differ, of] =
    /(\d+) of (\d+) official rows differ/.exec((await page.locator(".sign").textContent()) ?? "") ?? [];
  const heads = page.locator("table.cmp tbody tr:not(.also) th");
  const all = await heads.count();
  await page.getByRole("link", { name: "Show only the rows that differ" }).click();
  await expect(page).toHaveURL(/\?diff=1$/);
  expect(await heads.count()).toBeLessThan(all);
  await expect(page.getByRole("row", { name: /^Experience needed/ })).toHaveCount(0);
  const rows: CsvRow[] = parse(await (await request.get(`${TECHNICIANS}/table.csv?diff=1`)).text(), {
    columns: true,
  });
  expect(Number(differ)).toBeLessThan(Number(of));
  expect(new Set(rows.map(({ measure }) => measure)).size).toBe(Number(differ));
  // Median age stands in two parts of the page.
  const labels = await heads.evaluateAll((found) =>
    found.filter((head) => !head.closest("figure")).map((head) => head.firstChild?.textContent?.trim() ?? ""),
  );
  expect([...new Set(labels)].sort()).toEqual([...new Set(rows.map(({ label }) => label))].sort());
  await page.getByRole("link", { name: "Show all rows" }).click();
  await expect(heads).toHaveCount(all);

  await page.goto("/compare/patient-service-coordinator-vs-patient-liaison?diff=1");
  for (const name of ["Overview", "Pay", "Outlook", "Getting in", "Who does it"])
    await expect(page.getByRole("region", { name, exact: true })).toContainText(
      "No row of this part differs.",
    );
});

test("the spreadsheet holds what the tables of the page show", async ({ page, request }) => {
  const query = "?area=US-CA&real=1";
  await page.goto(`${THREE}${query}`);
  const href = await page.getByRole("link", { name: "table for a spreadsheet" }).getAttribute("href");
  expect(href).toBe(`${THREE}/table.csv${query}`);
  const rows: CsvRow[] = parse(await (await request.get(String(href))).text(), { columns: true });
  const shown = await page
    .locator(
      ":is([aria-labelledby=overview], [aria-labelledby=pay], [aria-labelledby=outlook], [aria-labelledby=people]) tbody tr[role=row]:not(.also)",
    )
    .evaluateAll((found) =>
      found.map((row) => ({
        label: row.querySelector("th")?.firstChild?.textContent?.trim(),
        values: [...row.querySelectorAll("b, .figure-none")].map(({ textContent }) => textContent),
      })),
    );
  expect(shown.length).toBeGreaterThan(20);
  for (const { label, values } of shown) {
    const kept = rows
      .filter((row) => row.label === label && row.level === "official")
      // A spreadsheet would take what begins with a plus for a formula.
      .map((row) => row.shown.replace(/^'/, ""));
    expect(kept, label).toHaveLength(3);
    // What is one for all stands once on the page.
    expect(values.length === 1 ? [...new Set(kept)] : kept, label).toEqual(values);
  }
});

test("a place is found by its name or ZIP, asked about where it means several, and kept where it is unknown", async ({
  browser,
}) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 568 });
  const place = page.getByLabel("Place: state, metro area or ZIP");
  const ask = async (text: string) => {
    await page.goto(`${TECHNICIANS}?pay=60000`);
    await page.getByText(/^Place: United States/).click();
    await place.fill(text);
    await page.getByRole("search", { name: "Place" }).getByRole("button", { name: "Show" }).click();
  };
  await ask("california");
  await expect(page).toHaveURL(/\?area=US-CA&pay=60000$/);
  await expect(page.locator(".sign")).toContainText("California");
  await ask("94612");
  await expect(page).toHaveURL(/\?area=cbsa-41860&pay=60000$/);
  await ask("portland");
  await expect(page.getByText("Which place do you mean?")).toBeVisible();
  await expect(place).toHaveValue("portland");
  await page.getByRole("link", { name: "Portland-South Portland, ME" }).click();
  await expect(page).toHaveURL(/\?pay=60000&area=cbsa-38860$|\?area=cbsa-38860&pay=60000$/);
  await ask("xyzzy");
  await expect(place).toHaveValue("xyzzy");
  await expect(place).toHaveAccessibleDescription(/No place called “xyzzy” is known here/);
  await expect(page.locator(".sign")).toContainText("$50,290");
});

test("an own pay that is no amount stays as typed, with words", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto(`${TECHNICIANS}?area=US-CA`);
  const pay = page.getByLabel("Your own pay, a year");
  await pay.fill("a lot");
  await page.getByRole("button", { name: "Show where I would land" }).click();
  await expect(page).toHaveURL(/area=US-CA/);
  await expect(pay).toHaveValue("a lot");
  await expect(pay).toHaveAttribute("aria-invalid", "true");
  await expect(pay).toHaveAccessibleDescription(/Enter your pay in dollars a year, such as 52,000/);
  await pay.fill("$52k");
  await page.getByRole("button", { name: "Show where I would land" }).click();
  await expect(page.getByText(/^A? ?With \$52,000 a year you would/).first()).toBeVisible();
});

test("keys alone lead from the picker to a place and back", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options));
  await page.goto("/compare");
  await tabTo(page, "textbox", "First career");
  await page.keyboard.type("baker");
  await page.keyboard.press("Tab");
  await page.keyboard.type("barber");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/bakers-vs-barbers$/);
  await tabToControl(page.locator("summary", { hasText: "Place: United States" }));
  await page.keyboard.press("Enter");
  await tabTo(page, "textbox", /^Place/);
  await page.keyboard.type("Ohio");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/bakers-vs-barbers\?area=US-OH&real=1$/);
  await tabToControl(page.locator("summary", { hasText: "Place: Ohio" }));
  await page.keyboard.press("Enter");
  await tabTo(page, "link", "Back to the United States");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/bakers-vs-barbers$/);
});

test("a row of a phone is read as a row, with its head and its cells", async ({ browser }) => {
  const page = await plainPage((options) => browser.newContext(options), { width: 320, height: 568 });
  await page.goto(`${TECHNICIANS}?area=US-CA&real=1`);
  await expect(official(page, /^Median pay, a year/)).toMatchAriaSnapshot(`
    - row /^Median pay, a year Half earn less, half more After prices there/:
      - rowheader "Median pay, a year Half earn less, half more After prices there"
      - cell /^\\$54,543 \\$5,329 more \\(11%\\)/
      - cell "$49,214"
  `);
});

test("no comparison that is asked for wrongly is a fault of the server, and each says why", async () => {
  test.setTimeout(180_000);
  const hand = new Hand(origin, "198.51.100.78");
  const long = "x".repeat(10_000);
  const pairs = [
    ["actors-vs-bakers-vs-barbers-vs-dancers-vs-registered-nurses", "at most four careers"],
    ["bakers-vs-bakers", "cannot be compared with itself"],
    [`${long}-vs-bakers`, "not known here"],
    ["bakers%00-vs-barbers", "not known here"],
    ["%01%1F-vs-barbers", "not known here"],
  ] as const;
  for (const [pair, words] of pairs) {
    const page = await hand.ask(`/compare/${pair}`);
    expect(page.status, pair.slice(0, 60)).toBe(404);
    expect(page.text, pair.slice(0, 60)).toContain(words);
    for (const file of ["table.csv", "picture.png"]) {
      const answer = await hand.ask(`/compare/${pair}/${file}`);
      expect(answer.status, pair.slice(0, 60)).toBe(404);
      expect(JSON.parse(answer.text).title).toBe("No such comparison");
    }
    const api = await hand.ask(`/api/v1/compare?roles=${pair.replaceAll("-vs-", ",")}`);
    expect([400, 404], pair.slice(0, 60)).toContain(api.status);
    expect(JSON.parse(api.text).detail).toMatch(/\.$/);
  }
  for (const text of ["US-ZZ", "%00", "%01%0D%0A", long, "%F0%9F%92%A9"]) {
    const query = `area=${text}`;
    const page = await hand.ask(`${TECHNICIANS}?${query}`);
    expect(page.status, query.slice(0, 60)).toBe(404);
    expect(page.text).toContain("No such place</h1>");
    for (const path of [`${TECHNICIANS}/table.csv?`, `${TECHNICIANS}/picture.png?`])
      expect((await hand.ask(`${path}${query}`)).status, query.slice(0, 60)).toBe(404);
    expect((await hand.ask(`/api/v1/compare?roles=bakers,barbers&${query}`)).status).toBe(400);
    for (const name of ["place", "pay", "real", "diff"])
      for (const path of [`${TECHNICIANS}?`, `${TECHNICIANS}/table.csv?`, `${TECHNICIANS}/picture.png?`]) {
        const answer = await hand.ask(`${path}${name}=${text}`);
        expect(answer.status, `${path} ${name}=${text.slice(0, 40)}`).toBe(200);
        expect(answer.text.startsWith("<") && answer.text.includes("\0")).toBe(false);
      }
    // Programs are told of what a page passes over.
    for (const name of ["place", "pay", "real", "diff"]) {
      const answer = await hand.ask(`/api/v1/compare?roles=bakers,barbers&${name}=${text}`);
      expect(answer.status, `${name}=${text.slice(0, 40)}`).toBe(400);
      expect(JSON.parse(answer.text).errors[0].name).toBe(name);
    }
  }
  expect((await hand.ask("/api/v1/compare?roles=bakers,barbers&real=1")).status).toBe(400);
});

test("nothing moves while a comparison loads, and no script is fetched but our own", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        document.documentElement.dataset.shift = String(
          Number(document.documentElement.dataset.shift ?? 0) + (entry as unknown as { value: number }).value,
        );
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const address of [TECHNICIANS, `${THREE}?area=US-CA&real=1&pay=60000`]) {
    await page.goto(address, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    expect(await page.locator("html").getAttribute("data-shift"), address).toBeNull();
    await expect(page.locator("script[src]")).toHaveCount(1);
    await expect(page.locator("script[src]")).toHaveAttribute("src", /^\/enhance\.js\?v=[\w-]{22}$/);
    for (const type of await page
      .locator("script:not([src])")
      .evaluateAll((all) => all.map((one) => one.getAttribute("type"))))
      expect(type).toMatch(/^(application\/(ld\+)?json|speculationrules)$/);
  }
  await context.close();
});

for (const [width, colorScheme] of [
  [320, "dark"],
  [1280, "light"],
] as const)
  test(`axe finds nothing on three and four careers of a state at ${width} px, ${colorScheme}`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${THREE}?area=US-CA&real=1&pay=60000`);
    await expectGoodLook(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectGoodLook(page);
    await page.goto(`${FOUR}?area=US-CA&real=1`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectGoodLook(page);
    await context.close();
  });
