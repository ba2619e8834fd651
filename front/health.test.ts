import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answersHealth, type Readiness } from "./health";

let readiness: Readiness = async () => undefined;
const server = http.createServer((request, response) => {
  if (!answersHealth(request, response, () => readiness())) response.end("page");
});
let site = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const ask = async (path: string) => {
  const answer = await fetch(site + path);
  return `${answer.status} ${(await answer.text()).trim()}`;
};

test("a site that runs is alive, and ready when nothing speaks against it", async () => {
  readiness = async () => undefined;
  expect(await ask("/livez")).toBe("200 alive");
  expect(await ask("/readyz?x=1")).toBe("200 ready");
  expect(await ask("/readyz/more")).toBe("200 page");
  expect(await ask("/")).toBe("200 page");
});

test("it stays alive and says why it is not ready", async () => {
  readiness = async () => "it is stopping";
  expect(await ask("/readyz")).toBe("503 not ready: it is stopping");
  expect(await ask("/livez")).toBe("200 alive");
  readiness = () => Promise.reject(new Error("no database, and its address"));
  expect(await ask("/readyz")).toBe("503 not ready: the check failed");
  readiness = () => new Promise(() => {});
  expect(await ask("/readyz")).toBe("503 not ready: the check took too long");
});
