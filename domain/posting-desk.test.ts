import { expect, test } from "vitest";
import { deskState, nextDate } from "./posting-desk";

const live = {
  state: "live" as const,
  closeReason: null,
  closesOn: "2026-12-24",
  zone: "America/Los_Angeles",
  endsAt: new Date("2026-12-25T08:00:00Z"),
  closedAt: null,
};
const before = new Date("2026-12-25T07:59:59Z");

test("a live posting tells its last day, and from its minute on that it is closed", () => {
  expect([deskState(live, before), nextDate(live, before)]).toEqual([
    "Live",
    "Closes at the end of December 24, 2026",
  ]);
  expect(deskState(live, live.endsAt)).toBe("Closed: its closing date has passed");
  expect(nextDate(live, live.endsAt)).toBe(
    "Closed since December 25, 2026, its page stands until January 24, 2027",
  );
});

test("a closed posting tells why and until when its page stands", () => {
  const closed = { ...live, state: "closed" as const, closeReason: "filled" as const, closedAt: before };
  expect(deskState(closed, before)).toBe("Closed: filled");
  expect(nextDate(closed, new Date("2027-02-01T00:00:00Z"))).toBe("Closed since December 24, 2026");
});

test("a draft says that its date is missing or past", () => {
  const draft = { ...live, state: "draft" as const };
  expect(nextDate({ ...draft, closesOn: null }, before)).toBe("No closing date yet");
  expect(nextDate(draft, live.endsAt)).toBe("Needs a new closing date: December 24, 2026 is past");
});
