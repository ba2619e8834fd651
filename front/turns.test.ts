import { expect, test } from "vitest";
import { type TurnLimits, Turns } from "./turns";

const limits: TurnLimits = {
  atOnce: 3,
  reserved: { deed: 1, fill: 1, search: 0 },
  waiting: { deed: 2, fill: 2, search: 2 },
  patience: { deed: 10_000, fill: 10_000, search: 20 },
};

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = (name: string, log: string[]) => async () => {
    log.push(name);
    await until;
    return name;
  };
  return { end, work };
}
const soon = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test("searches leave places for deeds and fills, which begin at once", async () => {
  const [turns, log, { end, work }] = [new Turns(limits), [] as string[], held()];
  const all = [
    turns.run("search", work("search 1", log)),
    turns.run("search", work("search 2", log)),
    turns.run("fill", work("fill", log)),
    turns.run("deed", work("deed", log)),
  ];
  await soon();
  expect(log).toEqual(["search 1", "fill", "deed"]);
  end();
  expect(await Promise.all(all)).toEqual(["search 1", "search 2", "fill", "deed"]);
});

test("who waits longest of a kind begins first, and deeds before the others", async () => {
  const [turns, log, first, rest] = [
    new Turns({ ...limits, atOnce: 1, reserved: { deed: 0, fill: 0, search: 0 } }),
    [] as string[],
    held(),
    held(),
  ];
  const all = [
    turns.run("fill", first.work("running", log)),
    turns.run("fill", rest.work("fill 1", log)),
    turns.run("fill", rest.work("fill 2", log)),
    turns.run("deed", rest.work("deed", log)),
  ];
  rest.end();
  first.end();
  await Promise.all(all);
  expect(log).toEqual(["running", "deed", "fill 1", "fill 2"]);
});

test("what would wait too long, or among too many, is refused; a place is given back even by work that fails", async () => {
  const [turns, log, { end, work }] = [
    new Turns({ ...limits, atOnce: 1, reserved: { deed: 0, fill: 0, search: 0 } }),
    [] as string[],
    held(),
  ];
  const running = turns.run("search", work("running", log));
  const waiting = [turns.run("search", work("late", log)), turns.run("search", work("late", log))];
  expect(await turns.run("search", work("refused", log))).toBeUndefined();
  expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
  end();
  await running;
  await expect(turns.run("search", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await turns.run("search", async () => "fine")).toBe("fine");
  expect(log).toEqual(["running"]);
});

test("work for somebody who has gone is not begun", async () => {
  const turns = new Turns(limits);
  expect(
    await turns.run(
      "search",
      () => Promise.reject(new Error("begun")),
      () => true,
    ),
  ).toBeUndefined();
});
