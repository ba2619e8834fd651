import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { together } from "./together";

const request = (url: string) => ({ url }) as IncomingMessage;
const response = (destroyed = false) => ({ destroyed }) as ServerResponse;

test("requests of one turn are answered in the order in which they came, those of the next after them", async () => {
  const answered: string[] = [];
  const take = together(({ url }) => answered.push(String(url)));
  take(request("/a"), response());
  take(request("/b"), response());
  expect(answered).toEqual([]);
  await new Promise(setImmediate);
  expect(answered).toEqual(["/a", "/b"]);
  take(request("/c"), response());
  await new Promise(setImmediate);
  expect(answered).toEqual(["/a", "/b", "/c"]);
});

test("who has gone by then is not answered", async () => {
  const answered: string[] = [];
  const take = together(({ url }) => answered.push(String(url)));
  take(request("/gone"), response(true));
  take(request("/here"), response());
  await new Promise(setImmediate);
  expect(answered).toEqual(["/here"]);
});

test("a body that came with the head is whole for who reads it", async () => {
  const server = http.createServer(
    together(async (sent, answer) => {
      answer.end(Buffer.concat(await sent.toArray()));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const bodies = await Promise.all(
    ["one", "two"].map((body) =>
      fetch(`http://127.0.0.1:${port}`, { method: "POST", body }).then((answer) => answer.text()),
    ),
  );
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(bodies).toEqual(["one", "two"]);
});
