import { expect, test } from "vitest";
import { decoded, type Encoding } from "./encoding";
import { PageClock } from "./page-clock";
import { type MadePage, PageKeeper } from "./page-keeper";

/** A keeper of pages whose text is a count of how often it was made, with changes as a test makes them. */
function keeperOf({ bytes = 1_000_000, ...fixed }: Partial<MadePage> & { bytes?: number } = {}) {
  let version = 0;
  let changes: [string, number][] = [];
  const clock = new PageClock(async (since) => ({ tags: changes.filter(([, at]) => at > since), version }));
  const made: string[] = [];
  let hold: Promise<void> | undefined;
  const keeper = new PageKeeper(
    async (key) => {
      made.push(key);
      const text = Buffer.from(`${key} ${made.length} ${"x".repeat(500)}`);
      await hold;
      return {
        ...{ status: 200, text, link: undefined, location: undefined, tags: ["figure:1"] },
        ...{ until: Number.POSITIVE_INFINITY, whyNot: undefined },
        ...fixed,
      };
    },
    clock,
    bytes,
  );
  const change = async (tag: string) => {
    version++;
    changes = [...changes.filter(([name]) => name !== tag), [tag, version]];
    clock.notice();
    expect(await clock.upToDate()).toBe(true);
  };
  const text = async (key: string, encoding: Encoding = "br") => {
    const { kept, made } = await keeper.page(key, encoding);
    return kept
      ? decoded(keeper.form(key, kept, encoding), encoding)
          .toString()
          .split(" x")[0]
      : `unkept ${made?.text.toString().split(" x")[0]}`;
  };
  const holding = () => {
    let release: () => void = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      hold = undefined;
      release();
    };
  };
  return { keeper, clock, made, change, text, holding };
}

test("a page is made once for all who ask at the same time, and sent again in each form", async () => {
  const { keeper, made, text } = keeperOf();
  expect(await Promise.all(Array.from({ length: 100 }, () => text("/a")))).toEqual(Array(100).fill("/a 1"));
  expect(await text("/a", "gzip")).toBe("/a 1");
  expect(await text("/a", "identity")).toBe("/a 1");
  expect(made).toEqual(["/a"]);
  expect(Object.keys(keeper.find("/a")?.forms ?? {})).toEqual(["br", "gzip"]);
});

test("a change of what a page is made of shows at the next request; another change does not disturb it", async () => {
  const { text, change } = keeperOf();
  await text("/a");
  await change("figure:2");
  expect(await text("/a")).toBe("/a 1");
  await change("figure:1");
  expect(await text("/a")).toBe("/a 2");
  expect(await text("/a")).toBe("/a 2");
});

test("a change while a page is made: who asked before gets it, nobody gets it after, and it is not kept", async () => {
  const { text, change, holding, keeper } = keeperOf();
  const release = holding();
  const before = text("/a");
  await change("figure:1");
  const after = text("/a");
  release();
  expect(await before).toBe("unkept /a 1");
  expect(await after).toBe("/a 2");
  expect(keeper.size.pages).toBe(1);
});

test("who comes after a change that a page under way has no part in waits for that page", async () => {
  const { text, change, holding, made } = keeperOf();
  const release = holding();
  const before = text("/a");
  await change("figure:2");
  const after = text("/a");
  release();
  expect(await Promise.all([before, after])).toEqual(["/a 1", "/a 1"]);
  expect(made).toEqual(["/a"]);
});

test("a page is true until its minute, and one that has ended is not kept", async () => {
  const { text, keeper } = keeperOf({ until: Date.now() + 60 });
  expect(await text("/a")).toBe("/a 1");
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(await text("/a")).toBe("unkept /a 2");
  expect(keeper.size.pages).toBe(0);
});

test("what may not be kept is not, and a page that fails is made anew", async () => {
  const { text, keeper } = keeperOf({ whyNot: "a fault" });
  expect(await text("/a")).toBe("unkept /a 1");
  expect(await text("/a")).toBe("unkept /a 2");
  expect(keeper.size.pages).toBe(0);
  let tries = 0;
  const clock = new PageClock(async () => ({ tags: [], version: 0 }));
  const failing = new PageKeeper(() => Promise.reject(new Error(`broken ${++tries}`)), clock, 1_000);
  await expect(failing.page("/a", "br")).rejects.toThrow("broken 1");
  await expect(failing.page("/a", "br")).rejects.toThrow("broken 2");
});

test("the store stays within its bytes, and keeps what was asked for last", async () => {
  const { text, keeper } = keeperOf({ bytes: 20_000 });
  for (let i = 0; i < 200; i++) {
    await text(`/${i}`);
    await text("/0");
  }
  const { pages, bytes } = keeper.size;
  expect(bytes).toBeLessThanOrEqual(20_000);
  expect(pages).toBeGreaterThan(15);
  expect(await text("/0")).toBe("/0 1");
});

test("pages of nothing are kept apart", async () => {
  const { text, keeper } = keeperOf({ status: 404, bytes: 2_000 });
  for (let i = 0; i < 3_000; i++) await text(`/${i}`);
  expect(keeper.size.pages).toBe(0);
  expect(keeper.size.missing).toBeLessThan(1_500);
  expect(keeper.size.missingBytes).toBeLessThanOrEqual(1_000_000);
});

test("a clock that cannot be read says so, and is read again", async () => {
  let isBroken = true;
  const clock = new PageClock(async () => {
    if (isBroken) throw new Error("no database");
    return { tags: [["role:a", 3]], version: 3 };
  });
  expect(await clock.upToDate()).toBe(false);
  isBroken = false;
  expect(await clock.upToDate()).toBe(true);
  expect(clock.upToDate()).toBe(true);
  expect([clock.changed(["role:a"], 2), clock.changed(["role:a"], 3), clock.changed(["role:b"], 0)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("a change that is made while the clock is being read is read as well", async () => {
  let reads = 0;
  const clock: PageClock = new PageClock(async () => {
    reads++;
    if (reads === 1) clock.notice();
    return { tags: [], version: reads };
  });
  await clock.upToDate();
  expect(clock.now).toBe(2);
});

test("the form of a page that is read again and again gets smaller, and stays the same page", async () => {
  const words = Array.from(
    { length: 3_000 },
    (_, i) => `word ${(i * 7919) % 1009} and ${(i * 104_729) % 499}`,
  );
  const { keeper } = keeperOf({ text: Buffer.from(words.join(" ")) });
  await keeper.page("/a", "br");
  const page = keeper.find("/a");
  if (!page) throw new Error("the page was not kept");
  const [first, before] = [keeper.form("/a", page, "br"), keeper.size.bytes];
  for (let i = 0; i < 3; i++) keeper.form("/a", page, "br");
  await expect.poll(() => page.forms.br?.length, { timeout: 5_000 }).toBeLessThan(first.length);
  expect(decoded(keeper.form("/a", page, "br"), "br").toString()).toBe(words.join(" "));
  expect(keeper.size.bytes).toBe(before - first.length + (page.forms.br?.length ?? 0));
});
