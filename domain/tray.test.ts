import { expect, test } from "vitest";
import { parseTray, trayText, withRole } from "./tray";

test("a tray holds four careers, each once, and refuses a fifth", () => {
  let tray: string[] = [];
  for (const slug of ["actors", "bakers", "actors", "cooks", "dancers"]) tray = withRole(tray, slug) ?? [];
  expect(tray).toEqual(["actors", "bakers", "cooks", "dancers"]);
  expect(withRole(tray, "roofers")).toBeUndefined();
  expect(withRole(tray, "cooks")).toEqual(tray);
  expect(parseTray(trayText(tray))).toEqual(tray);
});

test.each([
  ["", []],
  ["...", []],
  ["actors.actors", ["actors"]],
  ["actors.<b>.%00.\u0000.bakers", ["actors", "bakers"]],
  ["a.b.c.d.e", ["a", "b", "c", "d"]],
  ["x".repeat(10_000), []],
])("a cookie that was changed by hand holds what could be slugs: %j", (text, slugs) => {
  expect(parseTray(text)).toEqual(slugs);
});
