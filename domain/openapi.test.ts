import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectral from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";
import { expect, test, vi } from "vitest";
import { addresses } from "./access";
import { operations } from "./open-data";
import { examples } from "./open-data-example";
import { openApiDocument } from "./openapi";

// Both take a second or two, and longer where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

const document = openApiDocument("https://crossroads.test");

test("it describes every address below /api/v1/, and no other", () => {
  const known = Object.keys(addresses)
    .filter((address) => address.startsWith("/api/v1/") && !address.includes("[..."))
    .map((address) => address.replaceAll("[", "{").replaceAll("]", "}"));
  expect(Object.keys(document.paths as object).sort()).toEqual(known.sort());
});

/** What Spectral's own rules for OpenAPI say; its types know them not as rules that can be extended. */
function spectralOf(text: Record<string, unknown>) {
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: rulesets.oas as never });
  return linter.run(text);
}

test("Spectral finds nothing to say of it", async () => {
  expect(await spectralOf(document)).toEqual([]);
});

test("Redocly finds nothing to say of it", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const found = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: "/openapi.json",
    config,
  });
  expect(found).toEqual([]);
});

test("both would see what is wrong", async () => {
  const broken = { ...document, paths: { "/x": { get: { responses: { 200: {} } } } } };
  expect(await spectralOf(broken)).not.toEqual([]);
  const config = await createConfig({ extends: ["recommended"] });
  const source = JSON.stringify(broken);
  expect(await lintFromString({ source, absoluteRef: "/openapi.json", config })).not.toEqual([]);
});

test("each operation has an example on the page for developers, or takes nothing", () => {
  const shown = (path: string) =>
    examples.some((example) =>
      new RegExp(`^${path.replace(/\{\w+\}/g, "[^/?]+")}(\\?|$)`).test(example.path),
    );
  const left = Object.values(operations).filter(({ path }) => !shown(path));
  expect(left.map(({ id }) => id)).toEqual(["listComparisons", "listReleases", "getDocument"]);
});
