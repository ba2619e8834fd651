import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type Answer, filled, formIn } from "./by-hand";
import { OwnSite, sendForm } from "./own-site";
import { ownPorts } from "./place";

/** The front under more than it can serve, while it stops, and as several processes. */

test.describe.configure({ mode: "serial", timeout: 300_000 });

const PAGE = "/compare/bakers-vs-barbers";
const OPEN = "/jobs/019a0003-0000-7000-8000-000000000001/registered-nurse-surgical-unit";
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const many = <T>(count: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => work(i)));

let site: OwnSite | undefined;
const started = async (name: string, settings: Record<string, string> = {}) => {
  site = await OwnSite.start({ name, port: ownPorts.load, settings });
  return site;
};
test.afterEach(async () => {
  await site?.stop();
  site = undefined;
});

/** Of a site that has stopped: all that was written stands in the database itself. */
const expectWhole = ({ folder }: OwnSite) => {
  const log = path.join(folder, "site.db-wal");
  expect(fs.existsSync(log) ? fs.statSync(log).size : 0).toBe(0);
};

test("what there is no room for is sent away at once; health, kept pages and applying come before it", async () => {
  const busy = await started("busy");
  const reader = busy.hand();
  // Once each before: the first has indexes made that all others share.
  for (const address of [PAGE, "/jobs?words=a", "/careers/bakers?area=US-Q", "/api/v1/titles?q=a"])
    await reader.ask(address);
  const form = filled(formIn((await reader.ask(`${OPEN}/apply`)).text, "Send application"), {
    name: "Robin Reader",
    email: "robin@people.example",
    message: "Good day.",
  });
  const crowd = [
    many(150, (i) => busy.hand().ask(`/jobs?words=word${i}`)),
    many(150, (i) => busy.hand().ask(`/careers/bakers?area=US-Q${i}`)),
    many(50, (i) => busy.hand().ask(`/api/v1/titles?q=bake${i}`)),
  ];
  await wait(50);
  const applied = reader.send(form);
  const before = performance.now();
  const [alive, ready, hit] = await Promise.all(["/livez", "/readyz", PAGE].map((path) => reader.ask(path)));
  const took = performance.now() - before;
  expect([alive, ready, hit].map((answer) => answer?.status)).toEqual([200, 200, 200]);
  expect(hit?.headers["cache-status"]).toBe("crossroads; hit");
  expect((await applied).status).toBe(303);
  const [searches = [], fills = [], data = []] = await Promise.all(crowd);
  const isAway = ({ status }: Answer) => status === 503;
  for (const answers of [searches, fills, data]) {
    expect(answers.filter(isAway).length).toBeGreaterThan(0);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => ![200, 404, 503].includes(status))).toEqual([]);
  }
  // Those who are made for one reader share their places, so that all of a kind may come too late.
  for (const answers of [[...searches, ...data], fills])
    expect(answers.filter((answer) => !isAway(answer)).length).toBeGreaterThan(0);
  for (const { headers, text } of [...searches, ...fills].filter(isAway)) {
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toMatch(/^<!doctype html>[\s\S]*Too many people at once[\s\S]*<\/html>\n$/);
  }
  for (const { headers, text } of data.filter(isAway)) {
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({ status: 503 });
  }
  console.log(
    `sent away: ${[searches, fills, data].map((all) => all.filter(isAway).length).join(", ")}; health and a hit in ${took.toFixed(0)} ms`,
  );
  // And when the crowd is gone, all is as it was.
  expect((await reader.ask("/jobs?words=nurse")).status).toBe(200);
});

/** A connection that stays open, on which bytes are sent as they are. */
function connected(port: number) {
  const socket = net.connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  const closed = new Promise<string>((resolve) => {
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });
  const send = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`);
  return { send, closed };
}

test("a signal to stop lets what is under way be finished, and leaves the database whole", async () => {
  const ending = await started("ending");
  const editor = await ending.demoPerson("Demo editor");
  await sendForm(editor, "/admin/roles/bakers", "Save the page", {
    summary: "To be kept.",
    reason: "A test.",
  });
  const open = connected(ending.port);
  open.send("/careers/bakers/next?area=US-TX");
  const underWay = many(20, (i) =>
    ending.hand().ask(`${PAGE}?area=US-${["CA", "OR", "WA", "NV"][i % 4]}&diff=1`),
  );
  await wait(30);
  const began = Date.now();
  const stopped = ending.stop();
  // It says so before it closes its door.
  await expect
    .poll(async () => (await ending.hand().ask("/readyz")).text, { intervals: [20] })
    .toBe("not ready: it is stopping\n");
  expect((await underWay).map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(await open.closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*<\/html>$/);
  expect(await stopped).toBe(0);
  // A connection that could be used again does not hold it up.
  expect(Date.now() - began).toBeLessThan(20_000);
  await expect(ending.hand().ask("/livez")).rejects.toThrow();
  expectWhole(ending);
  expect(ending.sql("select summary from role_edits order by id desc limit 1")).toEqual([
    { summary: "To be kept." },
  ]);
});

/** The processes that a site has started to serve, by their ids. */
const workersOf = ({ pid }: OwnSite): number[] =>
  fs
    .readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
    .split(" ")
    .filter((id) => id !== "" && fs.readFileSync(`/proc/${id}/cmdline`, "utf8").includes("front/start.ts"))
    .map(Number);

test("two processes serve one site: each sees the other's edits, and one that dies is replaced", async () => {
  const shared = await started("cluster", { CLUSTER: "2" });
  const began = Date.now();
  const reader = shared.hand();
  const sources = async (address: string, count: number) => {
    const found: string[] = [];
    for (let i = 0; i < count; i++) found.push(String((await reader.ask(address)).headers["cache-status"]));
    return found.map((source) => source.replace("crossroads; ", ""));
  };
  // Each has a store of its own, so that a page is made once in each.
  const made = await sources(PAGE, 8);
  expect(made.filter((source) => source === "fwd=miss; stored")).toHaveLength(2);
  expect(made.filter((source) => source === "hit")).toHaveLength(6);

  const editor = await shared.demoPerson("Demo editor");
  await sendForm(editor, "/admin/roles/bakers?area=US&correct=annual_wage_median", "Save the correction", {
    ...{ value: "41230", source: "A survey", sourceUrl: "https://survey.example/" },
    ...{ vintage: "2026", reason: "It is nearer." },
  });
  await wait(1_000);
  const texts = await many(8, async () => (await reader.ask(PAGE)).text);
  for (const text of texts) expect(text).toContain("$41,230");

  const first = workersOf(shared);
  expect(first).toHaveLength(2);
  // One that lives for a few seconds only is not replaced: its fault would end the next as well.
  await wait(Math.max(0, 5_500 - (Date.now() - began)));
  process.kill(first[0] ?? 0, "SIGKILL");
  await expect.poll(() => workersOf(shared).filter((id) => !first.includes(id)).length).toBe(1);
  expect(shared.log).toContain("another takes its place");
  await expect
    .poll(
      async () =>
        (await sources(`${PAGE}?area=US-CA`, 6)).filter((source) => source.includes("stored")).length,
      {
        timeout: 30_000,
      },
    )
    .toBeGreaterThan(0);
  expect((await many(20, () => reader.ask(PAGE))).map(({ status }) => status)).toEqual(Array(20).fill(200));
  const last = workersOf(shared);
  expect(await shared.stop()).toBe(0);
  for (const id of last) expect(() => process.kill(id, 0)).toThrow();
  expectWhole(shared);
});
