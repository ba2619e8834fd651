import fc from "fast-check";
import { expect, test } from "vitest";
import { type Operation, operations } from "./open-data";
import { namesTag, readQuery, wantsCsv } from "./open-data-request";

const faultsOf = (operation: Operation, query: string) => {
  const read = readQuery(operation, new URLSearchParams(query));
  return "faults" in read ? read.faults.map(({ name }) => name) : [];
};

test("lists, numbers and defaults are read as their schema says", () => {
  expect(readQuery(operations.compare, new URLSearchParams("roles=a,b,&real=1"))).toEqual({
    query: { roles: ["a", "b"], area: "US", real: "1" },
  });
  expect(readQuery(operations.roles, new URLSearchParams("limit=7"))).toEqual({ query: { limit: 7 } });
  expect(readQuery(operations.roles, new URLSearchParams())).toEqual({ query: { limit: 100 } });
  expect(readQuery(operations.role, new URLSearchParams("fields=skills,employment"))).toEqual({
    query: { area: "US", fields: ["skills", "employment"] },
  });
});

test("each wrong parameter is named once", () => {
  const { role, roles, compare, areas, titles, release } = operations;
  for (const [operation, query, names] of [
    [role, "area=US-CA&area=US", ["area"]],
    [role, "area=", ["area"]],
    [role, "area=%00", ["area"]],
    [role, "fields=pay,skill", ["fields"]],
    [role, "fields=", ["fields"]],
    [role, "format=xml&x=1&y=2&x=3", ["format", "x", "y"]],
    [role, "__proto__=1&constructor=2&toString=3", ["__proto__", "constructor", "toString"]],
    [roles, "limit=0", ["limit"]],
    [roles, "limit=1001", ["limit"]],
    [roles, "limit=-1", ["limit"]],
    [roles, "limit=1e2", ["limit"]],
    [roles, `limit=${"9".repeat(400)}`, ["limit"]],
    [roles, "cursor=%F0%9F%92%A9", ["cursor"]],
    [compare, "", ["roles"]],
    [compare, "roles=a", ["roles"]],
    [compare, "roles=a,b,c,d,e", ["roles"]],
    [compare, "roles=a,%00&real=yes", ["roles", "real"]],
    [areas, `q=${"a".repeat(10_000)}`, ["q"]],
    [areas, "q[]=1", ["q[]"]],
    [titles, "", ["q"]],
    [titles, "q=%20%20", ["q"]],
    [titles, "q=a%00b", ["q"]],
    [titles, "q=a%C2%85b&limit=26", ["q", "limit"]],
    [titles, `q=${"a".repeat(201)}`, ["q"]],
    [titles, "q=a&q=b&area=US", ["q", "area"]],
    [release, "format=csv", ["format"]],
  ] as [Operation, string, string[]][])
    expect(faultsOf(operation, query), query.slice(0, 40)).toEqual(names);
  expect(faultsOf(role, `${"n".repeat(10_000)}=1`)).toEqual(["n".repeat(80)]);
});

test("any query is read or refused by name", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Operation>(...Object.values(operations)),
      fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom("area", "fields", "limit", "roles", "q"), fc.string()),
          fc.string(),
        ),
      ),
      (operation, pairs) => {
        const read = readQuery(operation, new URLSearchParams(pairs));
        if ("faults" in read) expect(read.faults.length).toBeGreaterThan(0);
        else expect(operation.query.safeParse(read.query).success).toBe(true);
      },
    ),
  );
});

test("comma-separated text goes to who prefers it", () => {
  expect(wantsCsv(undefined, null)).toBe(false);
  expect(wantsCsv(undefined, "*/*")).toBe(false);
  expect(wantsCsv(undefined, "text/html,application/xhtml+xml,*/*;q=0.8")).toBe(false);
  expect(wantsCsv(undefined, "text/csv")).toBe(true);
  expect(wantsCsv(undefined, "text/csv;q=0.5, application/json")).toBe(false);
  expect(wantsCsv(undefined, "TEXT/CSV, */*;q=0.1")).toBe(true);
  expect(wantsCsv("json", "text/csv")).toBe(false);
  expect(wantsCsv("csv", "application/json")).toBe(true);
  fc.assert(fc.property(fc.string(), (accept) => typeof wantsCsv(undefined, accept) === "boolean"));
});

test("a kept tag is known in a list, weak or strong", () => {
  const tag = 'W/"abc"';
  for (const header of ['W/"abc"', '"abc"', '"x", W/"abc"', '"x","abc"', " * "])
    expect(namesTag(header, tag), header).toBe(true);
  for (const header of [null, "", "abc", '"ab"', 'W/"abc', '"a,b"'])
    expect(namesTag(header, tag), String(header)).toBe(false);
});
