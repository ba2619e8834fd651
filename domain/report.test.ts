import { expect, test } from "vitest";
import { isOverThreshold, LONGEST_WORDS, SendReport } from "./report";

const open = (sender: string) => ({ sender, settledAt: null });
const settled = (sender: string) => ({ sender, settledAt: new Date(0) });

test("three different senders hold, and a sender counts once for good", () => {
  expect(isOverThreshold([])).toBe(false);
  expect(isOverThreshold([open("a"), open("b")])).toBe(false);
  expect(isOverThreshold([open("a"), open("b"), open("b"), open("a")])).toBe(false);
  expect(isOverThreshold([open("a"), open("b"), open("c")])).toBe(true);
  expect(isOverThreshold([settled("a"), settled("b"), settled("c"), open("d")])).toBe(false);
  expect(isOverThreshold([settled("a"), open("a"), open("b"), open("c")])).toBe(false);
  expect(isOverThreshold([settled("a"), open("b"), open("c"), open("d")])).toBe(true);
});

const report = { postingId: "019ab5f0-0000-7000-8000-000000000001", kind: "fraud", note: "" };
const wrong = (changes: Record<string, unknown>) =>
  SendReport.safeParse({ ...report, ...changes }).error?.issues.map(({ path, message }) => [
    path[0],
    message,
  ]);

test("a report needs a kind, and words where the kind says nothing", () => {
  expect(SendReport.parse(report)).toEqual(report);
  expect(wrong({ kind: "" })).toEqual([["kind", "Choose what is wrong."]]);
  expect(wrong({ kind: "other", note: " \r\n " })).toEqual([["note", "Enter what is wrong."]]);
  expect(wrong({ kind: "other", note: "\u0000" })).toEqual([
    ["note", "Remove the hidden characters, such as direction marks. Pasting it as plain text helps."],
  ]);
});

test("hostile reports are refused in words, and line breaks are made equal", () => {
  expect(wrong({ note: "x".repeat(LONGEST_WORDS + 1) })).toEqual([
    ["note", "Shorten this to 2,000 characters. It has 2,001."],
  ]);
  expect(SendReport.parse({ ...report, note: "x\r\n".repeat(1000) }).note).toHaveLength(1999);
  expect(wrong({ note: "\u202Eevil" })).toHaveLength(1);
  expect(wrong({ note: ["a", "b"] })).toEqual([["note", "Enter this as one text."]]);
  expect(wrong({ postingId: "../x" })).toEqual([["postingId", "Open the page again."]]);
  expect(wrong({ sender: "me" })).toHaveLength(1);
  expect(SendReport.parse({ ...report, note: " <script>evil 💰\r\nline two " }).note).toBe(
    "<script>evil 💰\nline two",
  );
});
