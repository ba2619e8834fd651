import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import Database from "better-sqlite3";
import { type Answer, type Form, filled, formIn, Hand, plain } from "./by-hand";
import { factsFile } from "./place";

type Row = Record<string, unknown>;
type Start = {
  /** Names its folder below var/. */
  name: string;
  port: number;
  /** Settings beside the usual ones. */
  settings?: Record<string, string>;
  /** Another site on whose database it stands; one of its own without. */
  beside?: OwnSite;
};

/** The finished build served for one file of tests alone, on a database of its own, so that no journey disturbs it. */
export class OwnSite {
  readonly origin: string;
  readonly #ended: Promise<number | null>;
  #log = "";
  #count = 0;

  private constructor(
    private readonly server: ChildProcess,
    readonly port: number,
    readonly folder: string,
    /** Of a process that works on the same database. */
    readonly environment: NodeJS.ProcessEnv,
  ) {
    this.origin = `http://localhost:${port}`;
    // A test that fails half way leaves nothing on its port.
    process.once("exit", () => server.kill("SIGKILL"));
    this.#ended = new Promise((resolve) => server.once("exit", (code) => resolve(code)));
    for (const stream of [server.stdout, server.stderr])
      stream?.on("data", (text) => {
        this.#log += text;
      });
  }

  /** Starts one. Throws with its log when it does not serve within a minute. */
  static async start({ name, port, settings = {}, beside }: Start): Promise<OwnSite> {
    const folder = beside?.folder ?? path.resolve("var", `own-${name}`);
    if (!beside) {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      fs.copyFileSync(factsFile, path.join(folder, "site.db"));
    }
    const environment = {
      ...process.env,
      DATABASE_URL: `file:${path.join(folder, "site.db")}`,
      DATA_DIR: folder,
      PORT: String(port),
      TRUSTED_PROXIES: "1",
      ...settings,
    };
    const server = spawn(process.execPath, ["--import", "tsx", "front/start.ts"], { env: environment });
    const site = new OwnSite(server, port, folder, environment);
    const began = Date.now();
    while (!site.log.includes("Serving")) {
      if (server.exitCode !== null || Date.now() - began > 60_000) {
        server.kill("SIGKILL");
        throw new Error(`the site ${name} did not start: ${site.log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return site;
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }
  /** What it has told so far. */
  get log(): string {
    return this.#log;
  }

  /** Asks it to stop. Returns its exit code; null where it had to be killed. */
  async stop(): Promise<number | null> {
    this.server.kill("SIGTERM");
    const timer = setTimeout(() => this.server.kill("SIGKILL"), 40_000);
    const code = await this.#ended;
    clearTimeout(timer);
    return code;
  }

  /** Somebody at a network address of their own, so that limits do not meet. */
  hand(): Hand {
    this.#count += 1;
    return new Hand(this.origin, `10.77.${this.#count >> 8}.${this.#count & 255}`);
  }

  /** One of the demo people, signed in. */
  async demoPerson(name: string): Promise<Hand> {
    const hand = this.hand();
    const { text } = await hand.ask("/sign-in");
    const [, person = ""] = new RegExp(`value="([^"]+)"[^>]*>${name}<`).exec(text) ?? [];
    expect((await hand.send(filled(formIn(text, name), { person }))).status).toBe(303);
    return hand;
  }

  /** Runs a statement on its database from here, as another process may. Returns the rows of one that reads. */
  sql<T = Row>(statement: string, ...values: unknown[]): T[] {
    const database = new Database(path.join(this.folder, "site.db"), { timeout: 5_000 });
    try {
      const prepared = database.prepare(statement);
      if (prepared.reader) return prepared.all(...values) as T[];
      prepared.run(...values);
      return [];
    } finally {
      database.close();
    }
  }
}

/** Opens a page and sends the form on it that holds a text. Expects that it was taken. */
export async function sendForm(
  hand: Hand,
  page: string,
  mark: string,
  values: Record<string, string> = {},
): Promise<Answer> {
  const form: Form = filled(formIn((await hand.ask(page)).text, mark), values);
  const answer = await hand.send(form);
  const refused = plain(/<div class="error-summary"[\s\S]*?<\/div>/.exec(answer.text)?.[0] ?? "");
  expect(answer.status, `${mark} on ${page}: ${refused}`).toBe(303);
  return answer;
}
