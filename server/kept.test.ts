import { expect, test } from "vitest";
import { kept } from "./kept";

test("it is made once for a key, by whoever asks first, and anew for another", async () => {
  let made = 0;
  const ask = (key: string) => kept("test", key, async () => ++made);
  expect(await Promise.all([ask("a"), ask("a")])).toEqual([1, 1]);
  expect(await ask("b")).toBe(2);
  expect(await ask("a")).toBe(3);
});

test("what fails is tried again", async () => {
  await expect(kept("failing", "a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept("failing", "a", async () => "yes")).toBe("yes");
});
