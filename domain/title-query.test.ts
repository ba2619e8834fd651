import { expect, test } from "vitest";
import { LONGEST_QUERY, titleQuery } from "./title-query";

const of = (search: string) => titleQuery(new URLSearchParams(search));

test("a title, and how many answers at most", () => {
  expect(of("q=+Nurse+")).toEqual({ q: "Nurse", limit: 10 });
  expect(of("q=nurse&limit=25")).toEqual({ q: "nurse", limit: 25 });
});

test.each([
  ["", "Give a job title in q."],
  ["q=%20", "Give a job title in q."],
  [`q=${"a".repeat(LONGEST_QUERY + 1)}`, "q may have 200 characters; this has 201."],
  ["q=a%00b", "q may not have control characters."],
  ["q=a&q=b", "Give q once."],
  ["q=a&limit=0", "limit is a whole number from 1 to 25."],
  ["q=a&limit=-1", "limit is a whole number from 1 to 25."],
  ["q=a&limit=1e9", "limit is a whole number from 1 to 25."],
  ["q=a&area=US&x%00=1", "Only q and limit are known here, not “area”, “x”."],
])("%s is refused with words", (search, detail) => {
  expect(of(search)).toMatchObject({ detail });
});
