import { expect, test } from "vitest";
import { mayWithdraw, movesFrom, type Stage, stages } from "./application";

/** Every cell of the table, written out by hand: from a stage (row) to a stage (column, in the order of `stages`). */
const table: Record<Stage, string> = {
  new: ".xxxxx.",
  reviewing: "x.xxxx.",
  interview: ".x.xxx.",
  offer: "..x.xx.",
  hired: "...x.x.",
  rejected: ".x.....",
  withdrawn: ".......",
};

test.each(stages)("an employer moves from %s where the table says so", (from) => {
  expect(stages.map((to) => (movesFrom(from).includes(to) ? "x" : ".")).join("")).toBe(table[from]);
});

test("an applicant may withdraw until it is decided", () => {
  expect(stages.filter(mayWithdraw)).toEqual(["new", "reviewing", "interview", "offer"]);
});
