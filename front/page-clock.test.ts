import { expect, test, vi } from "vitest";
import { PageClock } from "./page-clock";

/** A database whose answers come when the test says so. */
function slowly() {
  let version = 0;
  const asked: (() => void)[] = [];
  const clock = new PageClock(
    () =>
      new Promise((resolve) => {
        // What is read is what stands when it is read, and not when the answer comes.
        const read = { tags: version ? [["role:bakers", version] as [string, number]] : [], version };
        asked.push(() => resolve(read));
      }),
  );
  const change = () => {
    version++;
    clock.notice();
  };
  const answer = async () => {
    await vi.waitFor(() => expect(asked).not.toEqual([]));
    for (const one of asked.splice(0)) one();
  };
  return { clock, change, answer };
}

test("whoever asks while a change is being read waits for it, like the one who asked first", async () => {
  const { clock, change, answer } = slowly();
  const first = clock.upToDate();
  await answer();
  expect(await first).toBe(true);
  expect(clock.upToDate()).toBe(true);

  change();
  const asked = [clock.upToDate(), clock.upToDate()];
  await Promise.resolve();
  asked.push(clock.upToDate());
  expect(asked).not.toContain(true);
  await answer();
  for (const one of asked) expect(await one).toBe(true);
  expect(clock.now).toBe(1);
  expect(clock.changed(["role:bakers"], 0)).toBe(true);
  expect(clock.upToDate()).toBe(true);
});

test("a change while another is being read is read as well, before anybody goes on", async () => {
  const { clock, change, answer } = slowly();
  change();
  let known = -1;
  const asked = Promise.resolve(clock.upToDate()).then(() => {
    known = clock.now;
  });
  await Promise.resolve();
  change();
  await answer();
  await Promise.resolve();
  await answer();
  await asked;
  expect(known).toBe(2);
});

test("where changes cannot be read it says so, and tries again at the next question", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  let isBroken = true;
  const clock = new PageClock(async () => {
    if (isBroken) throw new Error("no database");
    return { tags: [], version: 7 };
  });
  expect(await clock.upToDate()).toBe(false);
  expect(told).toHaveBeenCalledWith("Changes of pages cannot be read: no database");
  isBroken = false;
  expect(await clock.upToDate()).toBe(true);
  expect(clock.now).toBe(7);
  told.mockRestore();
});
