import { expect, type Page, test } from "@playwright/test";
import { expectGoodLook } from "./look";
import { pointing, signInAs } from "./person";
import { one } from "./tables";

/** How the pages look that employers, editors and visitors write on, filled with the demo's people and postings. */

const postingIn = (state: string, more = "") =>
  String(
    one(
      `select p.id from postings p join employers e on e.id = p.employer_id
       where e.slug = 'demo-northfield-works' and p.state = ? ${more} order by p.id limit 1`,
      state,
    ).id,
  );

/** What each of the demo people has before them; nobody is signed in for the first. */
const seen = (): [person: string | undefined, paths: string[]][] => {
  const live = `/jobs/${postingIn("live", "and apply_by = 'here'")}`;
  const desk = `/employer/postings/${postingIn("live", "and apply_by = 'here'")}`;
  const draft = `/employer/postings/${postingIn("draft")}`;
  const review = one("select id from postings where state = 'in_review' order by id limit 1").id;
  return [
    [undefined, ["/jobs", live, "/jobs?words=nothing+of+the+kind", "/sign-in", "/outbox"]],
    [
      "Demo employer North",
      [
        "/employer",
        "/employer/new",
        "/post",
        desk,
        `${desk}/applicants`,
        draft,
        `${draft}/check`,
        "/account",
      ],
    ],
    [
      "Demo editor",
      ["/admin", "/admin/releases", "/admin/roles", "/admin/roles/bakers?correct=annual_wage_median"],
    ],
    ["Demo moderator", ["/admin/queue", `/admin/queue/${review}`, "/admin/log", "/account/sessions"]],
  ];
};

/** Forms that come back with faults: apply and report, as sent empty. */
async function refusals(page: Page): Promise<void> {
  for (const [page_, button] of [
    ["apply", "Send application"],
    ["report", "Send the report"],
  ] as const) {
    await page.goto(`/jobs/${postingIn("live", "and apply_by = 'here'")}`);
    await page.goto(`${new URL(page.url()).pathname}/${page_}`);
    await expectGoodLook(page);
    await pointing.press(page.getByRole("button", { name: button }));
    await expect(page).toHaveTitle(/^Error: /);
    await expectGoodLook(page);
  }
}

for (const [width, colorScheme] of [
  [320, "dark"],
  [1280, "light"],
] as const)
  test(`axe finds nothing on the pages that people write on at ${width} px, ${colorScheme}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    for (const [person, paths] of seen()) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      if (person) await signInAs(page, person, "/account");
      for (const path of paths) {
        expect((await page.goto(path))?.status(), path).toBe(200);
        await expectGoodLook(page);
      }
      if (!person) await refusals(page);
      await context.close();
    }
  });
