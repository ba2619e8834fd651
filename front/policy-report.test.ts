import { expect, test } from "vitest";
import { linesOf } from "./policy-report";

test("both forms of a report give one line each, without what stands behind a question mark", () => {
  const old = JSON.stringify({
    "csp-report": {
      "document-uri": "https://jobs.example.org/offer?pay=52000",
      "effective-directive": "script-src-elem",
      "blocked-uri": "https://evil.example/x.js?secret",
    },
  });
  const line =
    'Policy report: {"page":"/offer","directive":"script-src-elem","refused":"https://evil.example/x.js","sample":""}';
  expect(linesOf(old)).toEqual([line]);
  const body = {
    documentURL: "https://jobs.example.org/",
    effectiveDirective: "style-src",
    blockedURL: "inline",
  };
  expect(linesOf(JSON.stringify([{ type: "csp-violation", body }, { type: "other" }]))).toEqual([
    'Policy report: {"page":"/","directive":"style-src","refused":"inline","sample":""}',
  ]);
});

test.each(["", "{", "null", "[]", "7", '"x"', '{"csp-report":7}', "[[[]]]"])("%s gives no line", (body) => {
  expect(linesOf(body)).toEqual([]);
});

test("a report cannot write a line of its own into the log", () => {
  const line = linesOf(JSON.stringify({ "csp-report": { "blocked-uri": "x\nPolicy report: y" } }));
  expect(line).toHaveLength(1);
  expect(line[0]).not.toContain("\n");
});
