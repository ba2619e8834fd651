import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { type Answered, ask, pause, textOf } from "./front-site";

const ENCODED = { gzip: 3182, br: 3183 } as const;
const CONDITIONAL_PORT = 3184;
export type PageEncoding = keyof typeof ENCODED;

/** What nginx writes itself, or what belongs to one form of the page. */
const NOT_COPIED = new Set(
  "connection,content-encoding,content-length,content-type,date,keep-alive,transfer-encoding".split(","),
);

export type Nginx = {
  /** Where it serves the very bytes that the site sends of a page. */
  page(address: string, encoding: PageEncoding): string;
  /** The same page where it answers 304 by its own tag, and that tag. */
  conditional(address: string): Promise<{ url: string; tag: string }>;
  pid: number;
  stop(): Promise<void>;
};

/**
 * Starts Debian's nginx, one process, on copies of what the site sends: gzip by `gzip_static`, brotli, for which
 * Debian has no module, as plain files with the header. All headers of the site are copied; no log is written.
 */
export async function startNginx(folder: string, addresses: string[]): Promise<Nginx> {
  if (spawnSync("nginx", ["-v"]).error)
    throw new Error(
      "nginx is not installed, and nothing else is a measure here: apt-get install nginx-light",
    );
  const place = path.join(folder, "nginx");
  fs.mkdirSync(place);
  const servers: Record<number, string[]> = { [ENCODED.gzip]: [], [ENCODED.br]: [], [CONDITIONAL_PORT]: [] };
  for (const [i, address] of addresses.entries()) {
    const [gzip, br] = [await ask(address, { "accept-encoding": "gzip" }), await ask(address)];
    const file = (name: string) => path.join(place, `${i}.${name}`);
    // `gzip_static always` sends the file with .gz at its end, and asks for no other.
    fs.writeFileSync(file("html.gz"), gzip.body);
    fs.writeFileSync(file("br"), br.body);
    fs.writeFileSync(file("html"), zlib.gunzipSync(gzip.body));
    if (textOf(gzip) !== textOf(br)) throw new Error(`${address} is not the same in gzip and brotli`);
    const location = (body: string[]) => `location = ${address} { ${body.join(" ")} }`;
    const plain = "etag off; add_header Last-Modified '';";
    servers[ENCODED.gzip]?.push(
      location([`alias ${file("html")};`, "gzip_static always;", plain, copied(gzip)]),
    );
    servers[ENCODED.br]?.push(
      location([`alias ${file("br")};`, plain, copied(br), "add_header Content-Encoding br;"]),
    );
    servers[CONDITIONAL_PORT]?.push(
      location([
        `alias ${file("br")};`,
        "add_header Last-Modified '';",
        copied(br, ["cache-control", "vary"]),
      ]),
    );
  }
  fs.writeFileSync(path.join(place, "nginx.conf"), configuration(place, servers));
  const child = spawn("nginx", ["-p", place, "-c", path.join(place, "nginx.conf")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const page = (address: string, encoding: PageEncoding) => `http://localhost:${ENCODED[encoding]}${address}`;
  for (let tries = 0; ; tries++) {
    const isUp = await ask(page(addresses[0] ?? "/", "gzip")).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isUp) break;
    if (tries === 50 || child.exitCode !== null) throw new Error("nginx did not start");
    await pause(100);
  }
  return {
    page,
    async conditional(address) {
      const url = `http://localhost:${CONDITIONAL_PORT}${address}`;
      return { url, tag: String((await ask(url)).headers.etag) };
    },
    pid: workerOf(child.pid ?? 0),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Lines that add the headers of an answer, all or some. */
const copied = ({ headers }: Answered, only?: string[]): string =>
  Object.entries(headers)
    .filter(([name]) => (only ? only.includes(name) : !NOT_COPIED.has(name)))
    .flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value]))
    .map(([name, value]) => `add_header ${name} '${value?.replaceAll("'", "\\'")}';`)
    .join(" ");

const configuration = (place: string, servers: Record<number, string[]>): string =>
  `daemon off;
worker_processes 1;
user ${os.userInfo().username};
pid ${place}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 75;
  keepalive_requests 100000000;
  default_type "text/html; charset=utf-8";
  types { }
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${place}/${name};`).join(" ")}
${Object.entries(servers)
  .map(([port, locations]) => `  server { listen 127.0.0.1:${port};\n${locations.join("\n")} }`)
  .join("\n")}
}
`;

/** The process that answers: the first one only keeps it. */
function workerOf(pid: number): number {
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return Number(children.split(" ")[0] || pid);
}
