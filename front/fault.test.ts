import http from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { withOwnFaults } from "./fault";

let server: http.Server;
afterEach(() => new Promise((done) => server.close(done)));

/** What a server answers at a path, whose handler does `work`. */
async function answerOf(path: string, work: (response: http.ServerResponse) => void, init?: RequestInit) {
  server = http.createServer(withOwnFaults(async (_, response) => work(response)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
}

const throwing = () => {
  throw new Error("planned");
};

/** As the framework fails: a shell that scripts would fill, in pieces, compressed, with headers of its own. */
function shell(response: http.ServerResponse) {
  response.statusCode = 500;
  response.setHeader("content-type", "text/html");
  response.setHeader("content-encoding", "gzip");
  response.setHeader("cache-control", "public, max-age=60");
  response.setHeader("content-security-policy", "script-src 'unsafe-inline'");
  response.write(gzipSync('<html id="__next_error__">'), () => response.end());
}

test.each([
  ["throws", throwing],
  ["sends an empty shell", shell],
  ["sets the status with the head", (response: http.ServerResponse) => response.writeHead(500).end("x")],
])("a page whose handler %s is a whole document", async (_, work) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await answerOf("/careers/actors", work);
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(text).toMatch(/<h1>Something went wrong<\/h1>.*href="".*href="\/".*<\/html>\n$/s);
  expect(text).not.toContain("__next_error__");
  expect(text).not.toContain("<script");
});

test("the API answers a fault with a problem", async () => {
  const answer = await answerOf("/api/v1/roles", shell);
  expect(answer.status).toBe(500);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
  });
});

test("another status of a fault is kept, and a HEAD has no body", async () => {
  const answer = await answerOf("/", (response) => response.writeHead(503).end("busy"), { method: "HEAD" });
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(500);
  expect(await answer.text()).toBe("");
});

test("what is no fault goes through untouched", async () => {
  const answer = await answerOf("/", (response) => {
    response.statusCode = 404;
    response.setHeader("x-own", "kept");
    response.end("not here");
  });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("x-own")).toBe("kept");
  expect(answer.headers.get("content-length")).toBe("8");
  expect(await answer.text()).toBe("not here");
});
