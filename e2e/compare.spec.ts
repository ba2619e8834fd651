import { randomUUID } from "node:crypto";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
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
async function tabTo(page: Page, role: "link" | "button" | "textbox" | "radio", name: string | RegExp) {
  const wanted = page.getByRole(role, { name }).first();
  for (let i = 0; i < 80; i += 1) {
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${name}`);
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
  for (const query of ["a=%00&b=%00", `a=${"x".repeat(10_000)}&b=bakers`, "a=a&a=b&b[]=c&c=%F0%9F%92%A9"])
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
