import { randomBytes } from "node:crypto";
import http from "node:http";

/** A site used by hand-made requests: what a browser would never send, and many of them quickly. */

type FilePart = { filename: string; type: string; bytes: Buffer };
export type Fields = [name: string, value: string | FilePart][];
export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string; bytes: Buffer };
type Sent = {
  method?: string;
  headers?: Record<string, string>;
  /** Pieces of the body, each a chunk; without a length where `chunked`. */
  body?: Buffer[];
  chunked?: boolean;
};

/** A form as it stands in a page, with what its controls hold. */
export type Form = { action: string; fields: Fields };

const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
/** Text or an attribute of a page as it is meant. */
export const plain = (html: string): string =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi, (_, hex, decimal, name) =>
    name
      ? (names[name.toLowerCase()] ?? "")
      : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : plain(value);
};

/** The first form of a page that holds a text, such as that of its button. Throws where there is none. */
export function formIn(html: string, mark: string): Form {
  const found = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((form) => form.includes(mark));
  if (!found) throw new Error(`no form with “${mark}” in ${html.length} characters of page`);
  const fields: Fields = [];
  const controls =
    /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [tag, , text = "", , options = ""] of found.matchAll(controls)) {
    const name = attribute(tag, "name");
    if (name === undefined || /type="(file|submit)"/.test(tag)) continue;
    if (/type="checkbox"/.test(tag) && !/\schecked=/.test(tag)) continue;
    const chosen = /<option\b[^>]*\sselected=[^>]*>/.exec(options)?.[0] ?? "";
    const value = tag.startsWith("<textarea")
      ? plain(text).replace(/^\n/, "")
      : tag.startsWith("<select")
        ? attribute(chosen, "value")
        : attribute(tag, "value");
    fields.push([name, value ?? ""]);
  }
  return { action: attribute(found.slice(0, found.indexOf(">")), "action") ?? "", fields };
}

/** The fields of a form with others in their place, and what it did not have after them. */
export function filled(form: Form, values: Record<string, string | FilePart>): Form {
  const rest = Object.entries(values).filter(([name]) => !form.fields.some(([known]) => known === name));
  const fields = form.fields.map(([name, value]): Fields[number] => [
    name,
    Object.hasOwn(values, name) ? (values[name] ?? "") : value,
  ]);
  return { ...form, fields: [...fields, ...rest] };
}

/** A multipart body with its content type; file names go as UTF-8, as browsers send them. */
export function multipart(fields: Fields): { type: string; body: Buffer } {
  const boundary = `----hand${randomBytes(12).toString("hex")}`;
  const quoted = (text: string) =>
    text.replace(/["\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"${
        typeof value === "string"
          ? ""
          : `; filename="${quoted(value.filename)}"\r\ncontent-type: ${value.type}`
      }\r\n\r\n`,
    ),
    typeof value === "string" ? Buffer.from(value) : value.bytes,
    Buffer.from("\r\n"),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** Somebody with cookies and a network address of their own. */
export class Hand {
  readonly cookies = new Map<string, string>();
  constructor(
    readonly origin: string,
    public address: string,
  ) {}

  /** Sends one request and reads the whole answer. Cookies are kept; redirects are not followed. */
  ask(path: string, { method = "GET", headers = {}, body, chunked }: Sent = {}): Promise<Answer> {
    const { hostname, port, host } = new URL(this.origin);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          // Not looked up: hundreds of requests at once would wait for that, and not for the site.
          hostname: hostname === "localhost" ? "127.0.0.1" : hostname,
          port,
          path,
          method,
          agent: false,
          headers: {
            host,
            "x-forwarded-for": this.address,
            ...(cookie && { cookie }),
            ...(method === "POST" && { origin: this.origin }),
            ...(body && !chunked && { "content-length": String(Buffer.concat(body).length) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            for (const line of response.headers["set-cookie"] ?? []) {
              const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
              if (value === "") this.cookies.delete(name);
              else this.cookies.set(name, value);
            }
            const bytes = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: bytes.toString(),
              bytes,
            });
          });
        },
      );
      request.on("error", reject);
      for (const piece of body ?? []) request.write(piece);
      request.end();
    });
  }

  /** Sends a form as a browser does. */
  send({ action, fields }: Form, sent: Sent = {}): Promise<Answer> {
    const { type, body } = multipart(fields);
    return this.ask(action, {
      method: "POST",
      body: [body],
      ...sent,
      headers: { "content-type": type, ...sent.headers },
    });
  }
}
