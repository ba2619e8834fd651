import { expect, test } from "vitest";
import { applicationFields, MoveApplication } from "./application-form";
import { formOf } from "./form-field";

const form = formOf(applicationFields);
const good = {
  postingId: "0193a1b2-0000-7000-8000-000000000001",
  name: " Ana Ruiz ",
  email: "Ana@Example.org",
  message: "I can start\r\nin May.\n",
};
const faults = (change: Record<string, unknown>) => {
  const parsed = form.safeParse({ ...good, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

test("an application is read with its spaces trimmed and its address in the one form", () => {
  expect(form.parse(good)).toEqual({
    ...good,
    name: "Ana Ruiz",
    email: "ana@example.org",
    message: "I can start\nin May.",
  });
});

test.each([
  ["name", ""],
  ["name", undefined],
  ["name", "x".repeat(101)],
  ["name", "Ana\r\nBcc: x@evil.example"],
  ["name", "Ana\u202egpj.exe"],
  ["name", ["a", "b"]],
  ["email", ""],
  ["email", "ana"],
  ["email", "ana＠example.org"],
  ["email", "ana@example.org,b@example.org"],
  ["email", '"ana"@example.org'],
  ["message", " \n "],
  ["message", "x".repeat(5_001)],
  ["message", "a\0b"],
  ["message", "x".repeat(100_000)],
  ["postingId", "1"],
])("a form with this %s is refused at that field: %j", (field, value) => {
  expect(new Set(faults({ [field]: value }))).toEqual(new Set([field]));
});

test.each(["<script>alert(1)</script>", "👩🏽‍⚕️ nurse", "O’Neil-Müller 李"])(
  "%s is a text like any other",
  (text) => {
    expect(faults({ name: text, message: text })).toEqual([]);
  },
);

test("a field of one's own making is refused", () => {
  expect(form.safeParse({ ...good, stage: "hired" }).success).toBe(false);
});

test.each([
  { stage: "" },
  { stage: "boss" },
  { version: "-1" },
  { version: "" },
  { applicationId: "1" },
  { employerId: "e2" },
])("a move with %j is refused", (change) => {
  const move = { applicationId: good.postingId, version: "3", stage: "offer" };
  expect(MoveApplication.parse(move)).toEqual({ ...move, version: 3 });
  expect(MoveApplication.safeParse({ ...move, ...change }).success).toBe(false);
});
