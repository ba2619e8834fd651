import { expect, test } from "@playwright/test";

test("a program asks what a title means, and is told what matched and how sure it is", async ({
  request,
}) => {
  const answer = await request.get("/api/v1/titles?q=Sr.+patient+liason+-+Remote");
  expect(answer.status()).toBe(200);
  const { titles, meta } = await answer.json();
  expect(titles[0]).toMatchObject({
    soc: "29-2099",
    role: "patient-liaison",
    via: { title: "patient liaison", source: "role" },
  });
  expect(titles[0].score).toBeGreaterThan(0.5);
  expect(meta.licence).toContain("O*NET");
  expect(await (await request.get("/api/v1/titles?q=%F0%9F%98%80")).json()).toMatchObject({ titles: [] });
});

test("what cannot be a title is refused with words, never with a fault", async ({ request }) => {
  const title = "Give a job title of up to 200 characters, without control characters.";
  for (const [search, name, detail] of [
    ["", "q", title],
    ["q=%20", "q", title],
    ["q=a%00b", "q", title],
    [`q=${"a".repeat(10_000)}`, "q", title],
    ["q=a&q=b", "q", "Give it once."],
    ["q=a&limit=-1", "limit", "Give a whole number from 1 to 25."],
    ["q=a&x=1", "x", "There is no such parameter here. Known ones are q, limit, typing, format."],
  ]) {
    const answer = await request.get(`/api/v1/titles?${search}`);
    expect(answer.status(), search).toBe(400);
    expect(answer.headers()["content-type"], search).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ name, detail }] });
  }
});

test("career search takes a slip, an abbreviation and noise, and says when nothing fits", async ({
  page,
}) => {
  await page.goto("/careers?q=liason");
  await expect(page.locator("main")).toContainText("atient liaison");
  await page.goto("/careers?q=RN+-+nights");
  await expect(page.getByRole("button", { name: "Add registered nurses to compare" })).toBeVisible();
  await page.goto("/careers?q=patient+advocate");
  await expect(page.locator("main")).toContainText(/also called patient advocate/i);
  await page.goto("/careers?q=asdf");
  await expect(page.locator("main")).toContainText("No career found for “asdf”.");
  await expect(page.locator("main")).toContainText(/Often compared: .*medical secretaries/);
});
