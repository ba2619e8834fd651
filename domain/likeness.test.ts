import { describe, expect, test } from "vitest";
import { likenessOf, sharedSkills, type Work } from "./likeness";
import type { Rating } from "./profile";

const rating = (element: string, importance: number, level: number | null): Rating => ({
  element,
  name: element.toUpperCase(),
  importance,
  level,
});

describe("skills that matter in another job", () => {
  test("are held at that level or within half a level of it", () => {
    const from = [rating("a", 1, 3), rating("b", 1, 3), rating("c", 1, 3)];
    const to = [rating("a", 4, 3.49), rating("b", 4, 3.5), rating("c", 4, 5)];
    expect(sharedSkills(from, to)).toEqual({
      of: 3,
      held: 1,
      gaps: [
        { element: "c", name: "C", from: 3, to: 5 },
        { element: "b", name: "B", from: 3, to: 3.5 },
      ],
    });
    expect(sharedSkills(to, from)).toMatchObject({ of: 3, held: 3, gaps: [] });
  });
  test("are those rated important, or else the ten best with what is tied with the tenth", () => {
    const list = (bars: number[]) => bars.map((bar, i) => rating(String.fromCharCode(97 + i), bar, 2));
    const many = list([...Array(12).fill(3), 2.9]);
    expect(sharedSkills(many, many)?.of).toBe(12);
    const few = list([2.9, 2.8, 2.7, 2.6, 2.5, 2.4, 2.3, 2.2, 2.1, 2, 2, 1.9]);
    expect(sharedSkills(few, few)?.of).toBe(11);
  });
  test("are not known without ratings, and a withheld level is left out", () => {
    expect(sharedSkills([], [rating("a", 4, 3)])).toBeNull();
    expect(sharedSkills([rating("a", 4, 3)], [])).toBeNull();
    expect(
      sharedSkills([rating("a", 4, null), rating("b", 4, 2)], [rating("a", 4, 3), rating("b", 4, 2)])?.of,
    ).toBe(1);
  });
});

describe("likeness", () => {
  const work = (levels: number[], activities: string[] = []): Work => ({
    skills: levels.map((level, i) => rating(`s${i}`, 3, level)),
    knowledge: levels.map((level, i) => rating(`k${i}`, level, null)),
    activities: new Set(activities),
  });
  const works = [
    work([5, 1, 4], ["x", "y"]),
    work([5, 1, 3.5], ["x", "z"]),
    work([1, 5, 1], ["z"]),
    work([]),
    work([5, 1, 4]),
  ];
  const likeness = likenessOf(works);
  test("is the same in both directions, and higher for those that are nearer", () => {
    expect(likeness(0, 1)).toBeCloseTo(likeness(1, 0) ?? 0, 10);
    expect(likeness(0, 1) ?? 0).toBeGreaterThan(likeness(0, 2) ?? 0);
    expect(likeness(0, 0)).toBeCloseTo(2, 10);
  });
  test("is not known where nothing is rated, and goes by ratings alone without activities", () => {
    expect(likeness(0, 3)).toBeNull();
    expect(likeness(3, 3)).toBeNull();
    expect(likeness(0, 4)).toBeCloseTo(1, 10);
  });
});
