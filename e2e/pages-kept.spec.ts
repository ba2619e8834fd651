import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import type { Answer, Hand } from "./by-hand";
import { OwnSite, sendForm } from "./own-site";
import { ownPorts } from "./place";

/** How kept pages are sent, by HTTP alone; and what hostile requests cannot have kept. */

test.describe.configure({ mode: "default", timeout: 300_000 });

let site: OwnSite;
let reader: Hand;

test.beforeAll(async () => {
  // Room for some sixty pages, so that what pushes others out is seen.
  site = await OwnSite.start({ name: "kept", port: ownPorts.kept, settings: { PAGE_CACHE_MB: "1" } });
  reader = site.hand();
});
test.afterAll(async () => {
  expect(site.log).not.toContain("Not kept");
  expect(await site?.stop()).toBe(0);
});

const PAGE = "/compare/bakers-vs-barbers";
const NONE = "/careers/wizards";
const GONE = "/jobs/019a0003-0000-7000-8000-000000000113/glazier";
const sourceOf = ({ headers }: Answer) => String(headers["cache-status"]).replace("crossroads; ", "");
const ask = (path: string, headers: Record<string, string> = {}) => reader.ask(path, { headers });

/** Pages that no test before this one asked for. */
let fresh = 0;
const states =
  "AL AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY".split(" ");
const newPage = () => `${PAGE}?area=US-${states[fresh++]}`;

test("a hundred readers at once have a page made once", async () => {
  const address = newPage();
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(address)));
  const sources = answers.map(sourceOf);
  expect(sources.filter((source) => source === "fwd=miss; stored")).toHaveLength(1);
  // Some may come when it is kept already.
  const others = sources.filter((source) => !["fwd=miss; stored", "hit"].includes(source));
  expect(new Set(others)).toEqual(new Set(["fwd=miss; collapsed"]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(sourceOf(await ask(address))).toBe("hit");
});

const decoders: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };
const decodedText = ({ headers, bytes }: Answer): string =>
  (decoders[headers["content-encoding"] ?? ""] ?? ((same) => same))(bytes).toString();

test("each encoding holds the same page under a tag of its own, kept or just made", async () => {
  for (const first of ["br", "gzip", "identity"]) {
    const address = newPage();
    const tags = new Set<string>();
    const texts = new Set<string>();
    for (const encoding of [first, "br", "gzip", "identity"]) {
      const answer = await ask(address, { "accept-encoding": encoding });
      expect(answer.headers["content-encoding"] ?? "identity").toBe(encoding);
      expect(answer.headers["content-length"]).toBe(String(answer.bytes.length));
      expect(answer.headers.vary).toBe("Accept-Encoding, Cookie");
      tags.add(String(answer.headers.etag));
      texts.add(decodedText(answer));
    }
    expect([tags.size, texts.size]).toEqual([3, 1]);
    const { text } = await ask(address, { cookie: "a=1" });
    expect([...texts]).toEqual([text]);
  }
});

for (const [accepted, encoding] of [
  ["", "identity"],
  ["gzip", "gzip"],
  ["GZIP", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["br;q=0, gzip;q=0.1", "gzip"],
  ["br;q=0, gzip;q=0", "identity"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["gzip, *;q=0", "gzip"],
  ["zstd", "identity"],
  ["identity;q=0, br", "br"],
  [",;,q=;gzip;q=x", "identity"],
] as const)
  test(`Accept-Encoding “${accepted}” gives ${encoding}`, async () => {
    const { headers, status } = await ask(PAGE, { "accept-encoding": accepted });
    expect([status, headers["content-encoding"] ?? "identity"]).toEqual([200, encoding]);
  });

test("a copy at hand is confirmed without a body, by any list that names it", async () => {
  await ask(PAGE);
  const { headers, bytes } = await ask(PAGE, { "accept-encoding": "br" });
  const tag = String(headers.etag);
  for (const named of [tag, `W/${tag}`, `"x", ${tag}`, `"x" ,W/${tag}, "y"`, "*"]) {
    const answer = await ask(PAGE, { "accept-encoding": "br", "if-none-match": named });
    expect([answer.status, answer.bytes.length], named).toEqual([304, 0]);
    expect(answer.headers.etag).toBe(tag);
    expect(answer.headers.vary).toBe(headers.vary);
    expect(answer.headers["cache-control"]).toBe(headers["cache-control"]);
    // A browser puts the headers of a 304 over those of its copy: the policy stays that of the copy.
    expect(answer.headers["content-security-policy"]).toBeUndefined();
    expect(answer.headers["content-type"]).toBeUndefined();
  }
  for (const named of [
    "",
    "x",
    '"x"',
    `${tag}x`,
    tag.replaceAll('"', ""),
    "\u00ff",
    `"${"x".repeat(5_000)}"`,
  ]) {
    const answer = await ask(PAGE, { "accept-encoding": "br", "if-none-match": named });
    expect([answer.status, answer.bytes.length], named).toEqual([200, bytes.length]);
  }
  // In another encoding it is another copy.
  expect((await ask(PAGE, { "accept-encoding": "gzip", "if-none-match": tag })).status).toBe(200);
  expect((await ask(NONE, { "if-none-match": "*" })).status).toBe(404);
});

test("HEAD says what GET says, without the page", async () => {
  for (const address of [PAGE, newPage(), NONE, GONE, "/jobs"])
    for (const encoding of ["br", "identity"]) {
      const headers = { "accept-encoding": encoding };
      const head = await reader.ask(address, { method: "HEAD", headers });
      const get = await ask(address, headers);
      expect(head.bytes.length).toBe(0);
      const told = ({ headers }: Answer) => ({ ...headers, date: "", "cache-status": "" });
      expect([head.status, told(head)]).toEqual([get.status, told(get)]);
      expect(sourceOf(get), address).toBe("hit");
    }
});

test("pages of nothing are kept, and true", async () => {
  for (const [address, status] of [
    [NONE, 404],
    [GONE, 410],
    ["/jobs/00000000-0000-4000-8000-000000000000/none", 404],
    ["/compare/bakers-vs-wizards", 404],
    [`${PAGE}?area=US-ZZ`, 404],
  ] as const) {
    await ask(address);
    const kept = await ask(address);
    expect([kept.status, sourceOf(kept), kept.headers.etag]).toEqual([status, "hit", undefined]);
    expect(kept.text).toBe((await ask(address, { cookie: "a=1" })).text);
  }
});

test("redirects are not kept, and parameters that no page knows lead to the address without them", async () => {
  for (const address of ["/compare/barbers-vs-bakers", "/careers/registered-nurse"])
    for (let i = 0; i < 2; i++) {
      const { status, headers } = await ask(address);
      expect([status, headers["cache-status"]]).toEqual([308, "crossroads; fwd=miss"]);
    }
  for (const [address, to] of [
    [`${PAGE}?utm_source=x`, PAGE],
    [`${PAGE}?area=US-CA&gclid=1&real=1`, `${PAGE}?area=US-CA&real=1`],
    ["/?ref=elsewhere.example", "/"],
    ["/jobs?words=a%20b&x[]=1", "/jobs?words=a+b"],
    ["/careers?__proto__=1&constructor=2", "/careers"],
    ["/sources?next=//evil.example/%0d%0ax:1", "/sources"],
  ] as const) {
    const { status, headers, bytes } = await ask(address);
    expect([status, headers.location, bytes.length]).toEqual([308, to, 0]);
  }
});

test("what is sent, or sets a cookie, is never kept", async () => {
  const address = newPage();
  const posted = await reader.ask(address, { method: "POST", body: [Buffer.from("a=1")] });
  expect(posted.status).toBe(415);
  expect(sourceOf(await ask(address))).toBe("fwd=miss; stored");
  // The tray is a cookie that a route sets; the page that it leads back to is kept for those without.
  const added = await sendForm(site.hand(), "/careers/bakers", "Add bakers to compare");
  expect(added.headers["set-cookie"]).toHaveLength(1);
  expect(added.headers["cache-status"] ?? "").not.toMatch(/hit|stored/);
  for (const path of [address, "/careers/bakers", "/compare", "/"]) {
    await ask(path);
    const kept = await ask(path);
    expect([sourceOf(kept), kept.headers["set-cookie"]]).toEqual(["hit", undefined]);
  }
});

test("a reader who leaves does not take the page along", async () => {
  const address = newPage();
  await new Promise<void>((resolve) => {
    const request = http.get(`${site.origin}${address}`, { agent: false });
    request.on("error", () => resolve());
    request.on("socket", (socket) => socket.once("connect", () => setTimeout(() => request.destroy(), 5)));
  });
  await expect.poll(async () => sourceOf(await ask(address))).toBe("hit");
  expect((await ask(address)).text).toBe((await ask(address, { cookie: "a=1" })).text);
});

test("a part of a page is not given, nor anything else than it", async () => {
  const { bytes } = await ask(PAGE);
  const parts: Record<string, string>[] = [
    { range: "bytes=0-9" },
    { range: "bytes=-5" },
    { range: "bytes=0-1", "if-range": "x" },
  ];
  for (const headers of parts) {
    const answer = await ask(PAGE, headers);
    expect([answer.status, answer.bytes.length]).toEqual([200, bytes.length]);
  }
  const withBody = await reader.ask(PAGE, { body: [Buffer.from("area=US-CA")] });
  expect([withBody.status, withBody.bytes.equals(bytes)]).toEqual([200, true]);
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]) {
    const { status, headers } = await reader.ask(PAGE, { method, headers: { origin: site.origin } });
    expect(headers["cache-status"] ?? "", method).not.toContain("hit");
    expect(status, method).toBeGreaterThanOrEqual(method === "OPTIONS" ? 200 : 400);
  }
  expect((await ask(PAGE)).bytes.equals(bytes)).toBe(true);
});

// Hostile requests.

const MARK = "zz-marker-zz";
/** Headers that are in no key. */
const unkeyed: [name: string, value: string][] = [
  ["host", `${MARK}.example`],
  ["x-forwarded-host", `${MARK}.example`],
  ["x-forwarded-proto", MARK],
  ["x-forwarded-port", "1"],
  ["x-forwarded-scheme", MARK],
  ["x-forwarded-prefix", `/${MARK}`],
  ["forwarded", `host=${MARK}.example;proto=${MARK}`],
  ["x-original-url", `/${MARK}`],
  ["x-rewrite-url", `/${MARK}`],
  ["x-http-method-override", "POST"],
  ["x-method-override", MARK],
  ["accept", `text/${MARK}`],
  ["accept-language", `${MARK}, de;q=0.9`],
  ["accept-charset", MARK],
  ["user-agent", `${MARK} Googlebot`],
  ["content-security-policy", `script-src 'nonce-${MARK}'`],
  ["content-security-policy-report-only", MARK],
  ["x-pathname", `/${MARK}`],
  ["x-sender-address", MARK],
  ["x-nonce", MARK],
  ["x-middleware-subrequest", "proxy:proxy:proxy:proxy:proxy"],
  ["x-middleware-rewrite", `/${MARK}`],
  ["x-middleware-next", "1"],
  ["x-middleware-override-headers", "x-pathname"],
  ["x-middleware-request-x-pathname", `/${MARK}`],
  ["x-matched-path", `/${MARK}`],
  ["x-invoke-path", `/${MARK}`],
  ["x-invoke-status", "500"],
  ["x-invoke-error", "{}"],
  ["x-now-route-matches", MARK],
  ["x-prerender-revalidate", MARK],
  ["x-nextjs-data", "1"],
  ["next-url", `/${MARK}`],
  ["next-router-state-tree", MARK],
  ["next-router-prefetch", "1"],
  ["next-action", MARK],
  ["rsc", "1"],
  ["origin", `https://${MARK}.example`],
  ["referer", `https://${MARK}.example/`],
  ["via", `1.1 ${MARK}`],
  ["x-forwarded-for", MARK],
  ["x-real-ip", MARK],
  ["purpose", "prefetch"],
  ["sec-fetch-dest", MARK],
  ["authorization", `Bearer ${MARK}`],
  ["cookie", `a=${MARK}`],
  ["upgrade-insecure-requests", "1"],
  ["expect", "100-continue"],
];

test("nothing of a header stands in an answer that others get, nor in one made for its sender alone", async () => {
  const marked = /zz-marker-zz/;
  for (const [i, [name, value]] of unkeyed.entries()) {
    // Each on a page that is not kept yet: a view whose 404 is as good as any page.
    const address = `${PAGE}?area=US-Q${i}`;
    for (const more of [{}, { cookie: "b=1" }] as Record<string, string>[]) {
      const sent = await ask(address, { ...more, [name]: value });
      expect([404, 308], `${name} ${sent.status}`).toContain(sent.status);
      expect(JSON.stringify([sent.text, sent.headers]), name).not.toMatch(marked);
    }
    const clean = await ask(address);
    const truth = await ask(address, { cookie: "a=1" });
    expect(clean.text, name).toBe(truth.text);
    expect(clean.headers["content-security-policy"], name).toBe(truth.headers["content-security-policy"]);
    expect(clean.headers.link, name).toBe(truth.headers.link);
  }
});

/** Sends bytes as they are and gives what comes back. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = net.connect(site.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });

test("no request can be hidden in another, nor two be taken for one", async () => {
  const address = newPage();
  const host = `host: localhost:${site.port}\r\n`;
  const hidden = `GET /${MARK} HTTP/1.1\r\n${host}\r\n`;
  for (const head of [
    `transfer-encoding: chunked\r\ncontent-length: 5\r\n`,
    `transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n`,
    `transfer-encoding: xchunked\r\n`,
    `transfer-encoding : chunked\r\n`,
    `content-length: 5\r\ncontent-length: 6\r\n`,
    `content-length: +5\r\n`,
    `x: y\n z: 1\r\n`,
  ]) {
    const answer = await raw(
      `GET ${address} HTTP/1.1\r\n${host}${head}connection: close\r\n\r\n0\r\n\r\n${hidden}`,
    );
    expect(answer, head).toMatch(/^HTTP\/1\.1 400 /);
  }
  expect(
    await raw(`GET http://${MARK}.example${address} HTTP/1.1\r\n${host}connection: close\r\n\r\n`),
  ).toMatch(/^HTTP\/1\.1 400 /);
  const twice = await raw(
    `GET ${address} HTTP/1.1\r\n${host}cookie: crossroads.tray=bakers\r\ncookie: crossroads.session=${MARK}\r\nconnection: close\r\n\r\n`,
  );
  expect(twice).toContain("fwd=bypass");
  expect(twice).toContain("private, no-store");
  expect((await ask(address)).text).toBe((await ask(address, { cookie: "a=1" })).text);
});

test("a cookie that names a session is seen however it is written", async () => {
  const address = newPage();
  await ask(address);
  for (const cookie of [
    "crossroads.session=x",
    "crossroads.tray=bakers; crossroads.session=x",
    "crossroads.tray=bakers;crossroads.session=x",
    ";;crossroads.session=x",
    "a; crossroads.session=x",
    "__Host-crossroads.session=x",
    "crossroads.tray=bakers;\tcrossroads.session=x",
    'crossroads.tray="; crossroads.session=x',
    " crossroads.session =x",
  ])
    expect(sourceOf(await ask(address, { cookie })), cookie).toBe("fwd=bypass");
  for (const cookie of ["", ";", "crossroads.tray=bakers", "__Host-crossroads.tray=bakers"])
    expect(sourceOf(await ask(address, { cookie })), cookie).toBe("hit");
  // The page that shows the tray is made for those who have one.
  await ask("/compare");
  expect(sourceOf(await ask("/compare", { cookie: "crossroads.tray=bakers" }))).toBe("fwd=bypass");
  expect((await ask("/compare")).text).not.toContain("Choose one to compare it with");
});

test("an address that is written oddly has no page kept for another", async () => {
  const clean = await ask(PAGE);
  const odd = [
    "/compare%2fbakers-vs-barbers",
    "//compare/bakers-vs-barbers",
    "/compare//bakers-vs-barbers",
    "/compare/./bakers-vs-barbers",
    "/careers/../compare/bakers-vs-barbers",
    "/compare/bakers-vs-barbers/",
    "/Compare/Bakers-vs-Barbers",
    "/compare/BAKERS-vs-BARBERS",
    "/compare/bakers-vs-barbers%00",
    "/compare/bakers-vs-barbers;x=1",
    "/compare\\bakers-vs-barbers",
    "/compare/%62akers-vs-barbers",
    "/compare/bakers-vs-barbers%0d%0aset-cookie:x=1",
    "/compare/bakers-vs-barbers#x",
    "/compare/bakers-vs-barbers%3Farea=US-CA",
    `/compare/${"a".repeat(8_000)}`,
    `/careers/${"a".repeat(161)}`,
    "/careers/b%C3%A4ckerei",
    "/careers/%ff",
    "/careers/%",
    "/index",
    "/compare/bakers-vs-barbers.rsc",
    "/_next/data/x/compare/bakers-vs-barbers.json",
  ];
  for (const address of odd)
    for (let i = 0; i < 2; i++) {
      const { status, headers } = await ask(address);
      expect(headers["cache-status"] ?? "", address).not.toMatch(/hit|stored/);
      expect(status, address).toBeLessThan(500);
    }
  for (const [address, key] of [
    [`${PAGE}?`, PAGE],
    [`${PAGE}?&&`, PAGE],
    [`${PAGE}?area=`, PAGE],
    [`${PAGE}?diff=1&area=US-WA`, `${PAGE}?area=US-WA&diff=1`],
    [`${PAGE}?%61rea=US-WA`, `${PAGE}?area=US-WA`],
  ] as const) {
    await ask(key);
    const answer = await ask(address);
    expect([sourceOf(answer), answer.text], address).toEqual([
      "hit",
      (await ask(address, { cookie: "a=1" })).text,
    ]);
  }
  for (const address of [
    `${PAGE}?area=US-CA&area=US-OR`,
    `${PAGE}?area=US-CA%00`,
    `${PAGE}?area=US-CA%0a`,
    `${PAGE}?area[]=US-CA`,
    `${PAGE}?real=true`,
    "/jobs?page=-1",
    "/jobs?page=99999999999999999999",
  ])
    expect((await ask(address)).headers["cache-status"] ?? "", address).not.toMatch(/hit|stored/);
  expect((await ask(PAGE)).text).toBe(clean.text);
});

test("ten thousand query strings drive no page out, and do not fill the memory", async () => {
  const warm = [PAGE, "/", "/careers", "/careers/bakers", "/careers/bakers/places", "/jobs", "/sources"];
  for (const address of warm) await ask(address);
  const memory = () =>
    Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${site.pid}/status`, "utf8"))?.[1]) / 1024;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const quick = (path: string) =>
    new Promise<string>((resolve, reject) => {
      http
        .get(`${site.origin}${path}`, { agent }, (response) => {
          response
            .resume()
            .once("end", () => resolve(String(response.headers["cache-status"] ?? response.statusCode)));
        })
        .on("error", reject);
    });
  const before = memory();
  const count = { stored: 0 };
  const odd = (i: number): string => {
    // Names that nobody knows cost nothing; values that nobody knows, and free text, have a page made.
    if (i % 20 === 0) return `/careers/bakers/places?sort=${i.toString(36).replace(/\d/g, "x")}`;
    if (i % 20 === 1) return `/jobs?words=${i}`;
    if (i % 20 === 2) return `${PAGE}?area=${i}`;
    return `${warm[i % warm.length]}?x${i}=${i}`;
  };
  const queue = Array.from({ length: 10_000 }, (_, i) => odd(i));
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let address = queue.pop(); address; address = queue.pop())
        if ((await quick(address)).includes("stored") && !address.startsWith(`${PAGE}?area=`)) count.stored++;
    }),
  );
  agent.destroy();
  expect(count.stored).toBe(0);
  for (const address of warm) expect(sourceOf(await ask(address)), address).toBe("hit");
  console.log(`memory before ${before.toFixed(0)} MB, after ${memory().toFixed(0)} MB`);
  expect(memory() - before).toBeLessThan(300);
});
