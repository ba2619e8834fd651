import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { networkOf, refusalOf, settleHeaders } from "./guard";

const request = (headers: Record<string, string>, more: Partial<IncomingMessage> = {}) =>
  ({
    method: "POST",
    url: "/post",
    headers: { host: "localhost:3000", ...headers },
    socket: { remoteAddress: "::ffff:203.0.113.9" },
    ...more,
  }) as IncomingMessage;

test.each([
  ["no Origin", {}],
  ["Origin null", { origin: "null" }],
  ["another site", { origin: "https://evil.example" }],
  ["another port", { origin: "http://localhost:3001" }],
  ["another scheme", { origin: "https://localhost:3000" }],
  ["a name that begins alike", { origin: "http://localhost:3000.evil.example" }],
  ["a host that was spoofed with it", { origin: "http://evil.example", host: "evil.example" }],
  [
    "its own Origin from a frame elsewhere",
    { origin: "http://localhost:3000", "sec-fetch-site": "cross-site" },
  ],
  ["a sibling host", { origin: "http://localhost:3000", "sec-fetch-site": "same-site" }],
])("a write with %s is refused", (_, headers) => {
  expect(refusalOf(request(headers))).toMatchObject({ status: 403 });
});

test("a write from this site's own page goes through, by whichever loopback name it was opened", () => {
  expect(
    refusalOf(request({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" })),
  ).toBeUndefined();
  expect(refusalOf(request({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }))).toBeUndefined();
});

test.each(["PUT", "PATCH", "DELETE", "TRACE"])("%s is no way to write here", (method) => {
  expect(refusalOf(request({ origin: "http://localhost:3000" }, { method }))).toMatchObject({ status: 405 });
});

test("a body larger than the form takes is refused before it is read", () => {
  const origin = "http://localhost:3000";
  expect(refusalOf(request({ origin, "content-length": "1000001" }))).toMatchObject({ status: 413 });
  const apply = { url: "/jobs/1/x/apply" };
  expect(refusalOf(request({ origin, "content-length": "5300000" }, apply))).toBeUndefined();
  expect(refusalOf(request({ origin, "content-length": "5600000" }, apply))).toMatchObject({ status: 413 });
});

test("what a client may not set is taken away, and the address it speaks from is noted", () => {
  const one = request({
    "content-security-policy": "script-src 'nonce-evil'",
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "1.2.3.4",
    "x-sender-address": "1.2.3.4",
  });
  settleHeaders(one);
  expect(one.headers).toEqual({
    host: "localhost:3000",
    "user-agent": "A browser without a name",
    "x-sender-address": "203.0.113.9",
  });
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:0db8:0:0:1:2:3:4", "2001:db8:0:0"],
  ["2001:db8:0:1::2", "2001:db8:0:1"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
])("limits count %s as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
