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
  for (const [search, detail] of [
    ["", "Give a job title in q."],
    ["q=a%00b", "q may not have control characters."],
    [`q=${"a".repeat(10_000)}`, "q may have 200 characters; this has 10000."],
    ["q=a&q=b", "Give q once."],
    ["q=a&limit=-1", "limit is a whole number from 1 to 25."],
    ["q=a&x=1", "Only q and limit are known here, not “x”."],
  ]) {
    const answer = await request.get(`/api/v1/titles?${search}`);
    expect(answer.status(), search).toBe(400);
    expect(answer.headers()["content-type"], search).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, detail });
  }
});

test("career search takes a slip, an abbreviation and noise, and says when nothing fits", async ({
  page,
}) => {
  await page.goto("/careers?q=liason");
  await expect(page.locator("main")).toContainText("atient liaison");
  await page.goto("/careers?q=RN+-+nights");
  await expect(page.getByRole("button", { name: "Add registered nurses to compare" })).toBeVisible();
  await page.goto("/careers?q=asdf");
  await expect(page.locator("main")).toContainText("No career found for “asdf”.");
});
