import { execFileSync } from "node:child_process";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { cardExamples, examples, frameOf } from "@/domain/open-data-example";
import { Hand } from "./by-hand";
import { port } from "./place";

/** A program reads the open data, and another site shows a card of them. */

const origin = `http://localhost:${port}`;
/** A page of another origin that holds this, while `work` looks at it. */
async function elsewhere(body: string, work: (address: string) => Promise<void>): Promise<void> {
  const server = http.createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<!doctype html><html lang="en"><title>Elsewhere</title>${body}`),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const newHand = () => new Hand(origin, "203.0.113.77");

test("each example on the page for developers answers as it says", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Open data" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open data");
  for (const { title, path, accept, status, type, holds } of examples) {
    await expect(page.getByRole("region", { name: title, exact: true })).toContainText(`${origin}${path}`);
    const answer = await fetch(`${origin}${path}`, { headers: accept ? { accept } : {} });
    expect([answer.status, answer.headers.get("content-type")], title).toEqual([status, type]);
    if (!type.endsWith("json")) {
      expect((await answer.arrayBuffer()).byteLength, title).toBeGreaterThan(500);
      continue;
    }
    const body = await answer.json();
    for (const at of holds) {
      const found = at.split(".").reduce((part, key) => part?.[key], body);
      expect(found ?? undefined, `${title}: ${at}`).toBeDefined();
    }
  }
});

test("the page for developers can be read by everybody, narrow and dark", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/developers");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});

test("a program of 30 lines draws a pay table from the document alone", async () => {
  const run = (...parameters: string[]) =>
    execFileSync(process.execPath, ["docs/pay-table.mjs", origin, ...parameters], {
      encoding: "utf8",
      stdio: "pipe",
    });
  const lines = run("US-CA", "bakers", "barbers", "actors").trim().split("\n");
  expect(lines[0]).toMatch(/^career +annual_wage_p10 +annual_wage_median +annual_wage_p90 +employment$/);
  expect(lines[1]).toMatch(/^baker +[\d,]+ +[\d,]+ +[\d,]+ +[\d,]+$/);
  expect(lines[3]).toMatch(/^actor +not_applicable/);
  expect(lines[4]).toMatch(/^California\. .*Occupational Employment and Wage Statistics, May 2025/);
  expect(new Set(lines.slice(0, 4).map((line) => line.length)).size).toBe(1);
  expect(() => run("US-ZZ")).toThrow(/area Give US, a state/);
});

test("as they go over the wire: kept answers, heads, methods, and programs of other sites", async ({
  page,
}) => {
  const hand = newHand();
  const path = "/api/v1/roles/bakers";
  const whole = await hand.ask(path, { headers: { "accept-encoding": "br" } });
  expect(whole.headers).toMatchObject({
    "content-encoding": "br",
    vary: expect.stringMatching(/Accept, Accept-Encoding$/),
  });
  const tag = String(whole.headers.etag);
  expect(String((await hand.ask(path)).headers.etag)).toBe(tag);
  const kept = await hand.ask(path, { headers: { "if-none-match": `"other", ${tag}` } });
  expect([kept.status, kept.text, kept.headers["content-encoding"]]).toEqual([304, "", undefined]);
  for (const asked of [path, `${path}?format=csv`, "/api/v1/releases/oews-state", "/api/v1/openapi.json"]) {
    const head = await hand.ask(asked, { method: "HEAD" });
    expect([head.status, head.text], asked).toEqual([200, ""]);
    expect(head.headers.etag, asked).toMatch(/^W\/"/);
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const refused = await hand.ask(path, { method });
    expect([refused.status, refused.headers.allow], method).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(JSON.parse(refused.text).title).toBe("Read only");
  }
  const file = await fetch(`${origin}/api/v1/releases/oews-state`);
  const rows =
    gunzipSync(Buffer.from(await file.arrayBuffer()))
      .toString()
      .split("\r\n").length - 2;
  const { releases } = await (await fetch(`${origin}/api/v1/releases`)).json();
  expect(rows).toBe(releases.find(({ dataset }: { dataset: string }) => dataset === "oews-state").rows);

  // A page of another origin, whose browser asks beforehand, since the tag is a header of its own.
  await elsewhere("", async (address) => {
    await page.goto(address);
    const read = await page.evaluate(async (asked) => {
      const first = await fetch(asked);
      const tag = first.headers.get("etag") ?? "";
      const again = await fetch(asked, { headers: { "if-none-match": tag }, cache: "no-store" });
      return { tag, link: first.headers.get("link"), status: again.status };
    }, `${origin}/api/v1/roles?limit=2`);
    expect(read).toEqual({
      tag: expect.stringMatching(/^W\//),
      link: expect.stringContaining('rel="next"'),
      status: 304,
    });
  });
});

test("whatever is asked of a card or of open data, a fault is never ours", async () => {
  const hand = newHand();
  const long = "a".repeat(10_000);
  const odd = ["%00", "%01%0D%0A", "__proto__", "%E2%80%AE", "..%2f..%2fetc", "%F0%9F%92%A9", long];
  for (const text of odd) {
    for (const path of [
      `/embed/careers/${text}`,
      `/embed/compare/${text}-vs-bakers`,
      `/embed/careers/bakers?area=${text}`,
    ])
      expect([(await hand.ask(path)).status, path.slice(0, 60)]).toEqual([404, path.slice(0, 60)]);
    for (const path of [
      `/careers/${text}/picture.png`,
      `/careers/bakers/picture.png?area=${text}`,
      `/api/v1/releases/${text}`,
    ])
      expect([(await hand.ask(path)).status, path.slice(0, 60)]).toEqual([404, path.slice(0, 60)]);
    // A parameter called __proto__ does not come through the framework.
    const names = ["limit", "cursor", "fields", "format", text].filter((name) => name !== "__proto__");
    for (const name of names) {
      const path = `/api/v1/roles?${name}=${name === text ? 1 : text}`;
      const refused = await hand.ask(path);
      expect([refused.status, path.slice(0, 60)]).toEqual([400, path.slice(0, 60)]);
      expect(JSON.parse(refused.text).errors).toHaveLength(1);
    }
  }
});

test("an address of nothing is a problem like any other", async () => {
  for (const path of ["/api/v1/nothing", "/api/v1/roles/bakers/more", "/api/v1/roles/bakers.rsc"]) {
    const answer = await newHand().ask(path);
    expect([answer.status, answer.headers["content-type"]], path).toEqual([404, "application/problem+json"]);
    expect(JSON.parse(answer.text).type).toBe("/developers#unknown-address");
  }
});

test("a card stands in the frame of another site, and nothing else of this one does", async ({ page }) => {
  const frames = cardExamples.map((card) => frameOf(origin, card)).join("");
  const refused = `<iframe title="page" src="${origin}/careers/bakers"></iframe>`;
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await elsewhere(frames + refused, async (address) => {
    await page.goto(address);
    const card = page.frameLocator('iframe[title="Bakers in California"]');
    await expect(card.getByRole("heading", { level: 1 })).toHaveText("Baker");
    await expect(card.getByRole("table")).toContainText("California");
    await expect(card.locator("footer")).toContainText("May 2025");
    const pair = page.frameLocator('iframe[title="Bakers and barbers"]');
    await expect(pair.getByRole("table")).toContainText("Barber");
    expect(page.frames().some((frame) => frame.url().startsWith("chrome-error"))).toBe(true);
    expect(faults.filter((text) => !text.includes("frame-ancestors"))).toEqual([]);
    expect(await page.context().cookies(origin)).toEqual([]);

    await card.getByRole("heading", { level: 1 }).getByRole("link").click();
    await page.waitForURL(`${origin}/careers/bakers?area=US-CA`);
  });
});

test("a card is small, whole and plain, light and dark", async ({ page }) => {
  for (const path of [
    "/embed/careers/bakers",
    "/embed/careers/actors?area=US-CA",
    "/embed/careers/patient-liaison?area=nonmetro-0100001",
    "/embed/compare/bakers-vs-barbers",
    "/embed/compare/patient-service-coordinator-vs-patient-liaison?area=cbsa-41740",
    "/embed/compare/bakers-vs-barbers-vs-actors-vs-medical-secretary",
    "/embed/careers/no-such-career",
  ]) {
    const { headers, text } = await newHand().ask(path);
    expect(text.length, path).toBeLessThan(15_000);
    expect(headers["set-cookie"], path).toBeUndefined();
    expect(headers["content-security-policy"], path).toMatch(/default-src 'none'.*frame-ancestors \*$/);
    expect(text, path).not.toMatch(/<script|<form|<input|style="| on\w+="/);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
      expect((await new AxeBuilder({ page }).analyze()).violations, path).toEqual([]);
      expect(await page.locator("body").evaluate((body) => getComputedStyle(body).paddingLeft)).toBe("16px");
    }
  }
  for (const path of ["/", "/careers/bakers", "/developers"])
    expect((await newHand().ask(path)).headers["content-security-policy"], path).toContain(
      "frame-ancestors 'none'",
    );
});

test("a career has a picture for its links, of its place", async () => {
  const pictures = await Promise.all(
    ["", "?area=US-CA"].map((query) => fetch(`${origin}/careers/bakers/picture.png${query}`)),
  );
  const bytes = await Promise.all(pictures.map(async (picture) => Buffer.from(await picture.arrayBuffer())));
  for (const [i, picture] of pictures.entries()) {
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect([bytes[i]?.readUInt32BE(16), bytes[i]?.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(false);
});
