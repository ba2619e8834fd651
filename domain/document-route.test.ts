import fc from "fast-check";
import { expect, test } from "vitest";
import { documentRead, documentRoutes, isDocumentPath } from "./document-route";

const keyOf = (address: string) => {
  const read = documentRead(address);
  return read?.kind === "kept" ? read.key : read?.kind;
};

test("one page has one key, however its view is written", () => {
  expect(keyOf("/compare/bakers-vs-barbers")).toBe("/compare/bakers-vs-barbers");
  expect(keyOf("/compare/bakers-vs-barbers?")).toBe("/compare/bakers-vs-barbers");
  expect(keyOf("/compare/bakers-vs-barbers?real=1&area=US-CA")).toBe(
    "/compare/bakers-vs-barbers?area=US-CA&real=1",
  );
  expect(keyOf("/compare/bakers-vs-barbers?area=&diff=1")).toBe("/compare/bakers-vs-barbers?diff=1");
  expect(keyOf("/jobs?page=2")).toBe("/jobs?page=2");
  expect(keyOf("/careers?sort=-pay&family=29-0000")).toBe("/careers?family=29-0000&sort=-pay");
});

test.each([
  ["/compare/bakers-vs-barbers?pay=50000"],
  ["/compare/bakers-vs-barbers?place=Ohio"],
  ["/compare/bakers-vs-barbers?area=US-CA&area=US-OR"],
  ["/compare/bakers-vs-barbers?area=%00"],
  ["/compare/bakers-vs-barbers?real=2"],
  ["/jobs?words=nurse"],
  ["/jobs?page=0"],
  ["/jobs?page=100"],
  ["/careers?sort=luck"],
  ["/careers?schooling=wizardry"],
  ["/careers/bakers/next?sort=pay"],
  ["/careers/bakers/places?sort=-pay"],
  ["/?a=baker"],
])("%s is made for the one who asks", (address) => {
  expect(keyOf(address)).toBe("made");
});

test("what no page knows is left out of the address, and the rest stays", () => {
  expect(documentRead("/jobs?utm_source=x&words=nurse&__proto__=1")).toMatchObject({
    kind: "moved",
    to: "/jobs?words=nurse",
  });
  expect(documentRead("/compare/bakers-vs-barbers?_rsc=1")).toMatchObject({
    kind: "moved",
    to: "/compare/bakers-vs-barbers",
  });
});

test.each([
  "/Compare/bakers-vs-barbers",
  "//compare/bakers-vs-barbers",
  "/compare//bakers",
  "/compare/bakers%2fbarbers",
  "/compare/../admin",
  "/compare/bakers-vs-barbers/",
  "/compare/tray",
  "/careers/bakers/places/table.csv",
  "/jobs/01900000-0000-7000-8000-000000000000/baker/apply",
  "/sign-in",
  "/post",
  "/employer",
  "/admin",
  "/account",
  "/api/v1/roles",
])("%s is no document", (address) => {
  expect(documentRead(address)).toBeUndefined();
});

test("whatever is asked, a key is an address that asks for itself, and its length is bounded", () => {
  const names = [...new Set(documentRoutes.flatMap(({ views, typed }) => [...Object.keys(views), ...typed]))];
  const paths = ["/", "/compare", "/compare/a-vs-b", "/careers", "/careers/a", "/careers/a/next", "/jobs"];
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string()), { maxLength: 6 }),
      (path, query) => {
        const read = documentRead(`${path}?${new URLSearchParams(query)}`);
        if (read?.kind === "moved") expect(documentRead(read.to)?.kind).not.toBe("moved");
        if (read?.kind !== "kept") return;
        expect(keyOf(read.key)).toBe(read.key);
        expect(read.key.length).toBeLessThan(1000);
      },
    ),
  );
  expect(isDocumentPath("/careers/bakers")).toBe(true);
});
