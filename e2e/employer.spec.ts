import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Hands, keys, mailTo, pointing, signInAs, signInByMail } from "./person";
import { inDays } from "./posting-form";

async function newcomer(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

const ways: [name: string, hands: Hands, javaScript: boolean][] = [
  ["by pointing", pointing, true],
  ["by pointing, scripts blocked", pointing, false],
  ["by keys alone", keys, true],
];

for (const [way, hands, javaScript] of ways) {
  test(`from "Post a job" to a closed posting, ${way}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const stamp = `${Date.now()}${Math.floor(Math.random() * 1000)}`;
    const title = `Night nurse ${stamp}`;
    const boss = await newcomer(browser, javaScript);

    // An employer signs in by mail and writes a posting.
    await boss.goto("/");
    await hands.press(boss.getByRole("link", { name: "Post a job" }));
    await signInByMail(boss, `boss-${stamp}@people.example`, hands);
    await hands.press(boss.getByRole("button", { name: "Create the employer" }));
    await expect(boss).toHaveTitle(/^Error: /);
    await expect(boss.getByRole("alert")).toBeFocused();
    await hands.type(boss.getByLabel("Name of the employer"), `Harbor Clinic ${stamp}`);
    await hands.type(boss.getByLabel("What it does"), "A clinic by the harbor.");
    await hands.type(boss.getByLabel("People who work there"), "40");
    await hands.press(boss.getByRole("button", { name: "Create the employer" }));
    await hands.type(boss.getByLabel("Job title"), title);
    await hands.press(boss.getByRole("button", { name: "Start a draft" }));
    await expect(boss.getByRole("heading", { level: 1 })).toHaveText(title);
    const desk = boss.url().replace(/\?.*/, "");

    // What is not complete cannot be published yet.
    await hands.press(boss.getByRole("link", { name: "Check answers" }));
    await expect(boss.locator("main")).toContainText("not complete yet");
    await expect(boss.getByRole("button", { name: "Send to review" })).toHaveCount(0);
    await boss.goto(desk);
    await hands.type(boss.getByLabel("Occupation"), "registered nurses");
    await hands.choose(boss.getByLabel("Where the work is done"), "On site");
    await hands.type(boss.getByLabel("City or town"), "Oakland");
    await hands.choose(boss.getByLabel("State", { exact: true }), "California");
    await hands.type(boss.getByLabel("Lowest pay, in dollars"), "$95,000");
    await hands.type(boss.getByLabel("Highest pay, in dollars"), "90000");
    await hands.choose(boss.getByLabel("Pay is for"), "a year");
    await hands.choose(boss.getByLabel("Terms"), "Full time");
    await hands.type(
      boss.getByLabel("Description"),
      "Care for patients **at night**. <script>alert(1)</script>",
    );
    await hands.choose(boss.getByLabel("How people apply"), "Here, on Crossroads");
    await hands.type(boss.getByLabel("Closing date", { exact: true }), inDays(20));
    await hands.choose(boss.getByLabel("Time zone of the closing date"), "Pacific time");
    await hands.press(boss.getByRole("button", { name: "Save" }));
    await expect(boss).toHaveTitle(/^Error: /);
    await expect(boss.getByLabel("Lowest pay, in dollars")).toHaveValue("$95,000");
    await hands.type(boss.getByLabel("Highest pay, in dollars"), "120000");
    await hands.press(boss.getByRole("button", { name: "Save" }));
    await expect(boss.getByRole("status")).toHaveText("Saved.");
    await expect(boss.locator("main")).toContainText("percentile");

    // Nobody knows the employer yet, so that a moderator reads the posting first.
    await hands.press(boss.getByRole("link", { name: "Check answers" }));
    await hands.press(boss.getByRole("button", { name: "Send to review" }));
    const reader = await newcomer(browser, javaScript);
    await reader.goto(`/jobs?words=${stamp}`);
    await expect(reader.getByRole("link", { name: title })).toHaveCount(0);
    const moderator = await newcomer(browser, javaScript);
    await signInAs(moderator, "Demo moderator", "/admin/queue");
    await hands.press(moderator.getByRole("link", { name: title }));
    await hands.press(moderator.getByRole("button", { name: "Approve and put it live" }));

    // Readers find it, and one of them applies.
    await reader.goto(`/jobs?words=${stamp}`);
    await hands.press(reader.getByRole("link", { name: title }));
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    const address = new URL(reader.url()).pathname;
    await expect(reader.locator("main")).toContainText("$95,000 to $120,000 a year");
    await expect(reader.locator("main strong", { hasText: "at night" })).toBeVisible();
    const markup = JSON.parse(
      (await reader.locator('script[type="application/ld+json"]').textContent()) ?? "",
    );
    expect(markup).toMatchObject({ "@type": "JobPosting", title });
    await hands.press(reader.getByRole("link", { name: "Apply" }));
    await hands.press(reader.getByRole("button", { name: "Send application" }));
    await expect(reader).toHaveTitle(/^Error: /);
    const email = `reader-${stamp}@people.example`;
    await hands.type(reader.getByLabel("Your name"), "Robin Reader");
    await hands.type(reader.getByLabel("Mail address"), email);
    await hands.type(reader.getByLabel("Message to the employer"), "I have worked nights for nine years.");
    await reader.getByLabel(/Résumé/).setInputFiles({
      name: "robin.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Robin Reader\nNine years of night shifts.\n"),
    });
    await hands.press(reader.getByRole("button", { name: "Send application" }));
    await expect(reader.getByRole("heading", { name: "Application received" })).toBeVisible();

    // The employer reads it and moves it on; the applicant sees that.
    await boss.goto(`${desk}/applicants`);
    const row = boss.getByRole("row", { name: /Robin Reader/ });
    const download = boss.waitForEvent("download");
    await row.getByRole("link", { name: "robin.txt" }).click();
    expect((await download).suggestedFilename()).toBe("robin.txt");
    await hands.choose(row.getByLabel("Move to"), "Interview");
    await hands.press(row.getByRole("button", { name: "Move Robin Reader" }));
    // The cell, not the row: its list of stages to move to holds the same word before anything has moved.
    await expect(row.getByRole("cell").nth(1)).toContainText("Interview");
    await hands.press(
      (await mailTo(reader, email))
        .getByRole("link")
        .or(reader.getByRole("link", { name: /applications/ }))
        .first(),
    );
    await expect(reader.locator("main")).toContainText("Interview");

    // It closes, and every place says so at once.
    await boss.goto(desk);
    await hands.choose(boss.getByLabel("Why it closes"), "The job is filled");
    await hands.press(boss.getByRole("button", { name: "Close for good" }));
    await reader.goto(address);
    await expect(reader.locator("main")).toContainText("Closed");
    await expect(reader.getByRole("link", { name: "Apply" })).toHaveCount(0);
    await expect(reader.locator('script[type="application/ld+json"]')).toHaveCount(0);
    await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    expect((await reader.goto(`${address}/apply`))?.status()).toBe(200);
    await expect(reader.getByRole("button", { name: "Send application" })).toHaveCount(0);
    await reader.goto(`/jobs?words=${stamp}`);
    await expect(reader.getByRole("link", { name: title })).toHaveCount(0);
    for (const page of [boss, reader, moderator]) await page.context().close();
  });
}
