import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { operations } from "@/domain/open-data";
import { recordFile } from "./place";
import { violationsOf } from "./prism";
import type { Exchange } from "./record-answers";

/** After all journeys: every answer of the open data that any of them got, against the document. */
test("no answer of the whole run breaks the OpenAPI document, as Prism sees it", async ({ request }) => {
  test.setTimeout(300_000);
  const document = await (await request.get("/api/v1/openapi.json")).json();
  const exchanges = fs
    .readFileSync(recordFile, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Exchange);
  const asked = exchanges.filter(({ url }) => isKnown(url.replace(/\?.*$/, "")));
  const { checked, violations } = await violationsOf(document, asked);
  expect(violations).toEqual([]);
  // An address of nothing is in no document, and says so as a problem; one with a slash too many leads on.
  const others = exchanges.filter((exchange) => !asked.includes(exchange) && exchange.status !== 308);
  for (const { url, status, headers } of others)
    expect([status, headers["content-type"]], url.slice(0, 200)).toEqual([404, "application/problem+json"]);
  expect(exchanges.filter(({ status }) => status >= 500)).toEqual([]);
  console.log(`${asked.length} answers, ${checked} of them different, none against the document`);
  // A check that sees nothing would pass as well.
  const broken = asked.filter(({ status }) => status === 200).slice(0, 1);
  expect(broken).toHaveLength(1);
  const spoilt = broken.map((exchange) => ({ ...exchange, body: '{"meta":1}' }));
  expect((await violationsOf(document, spoilt)).violations).not.toEqual([]);
});

/** Whether an address is one of the document, and no other below /api/v1/. */
const isKnown = (path: string): boolean =>
  Object.values(operations).some((operation) =>
    new RegExp(`^${operation.path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
