import type { AddressInfo, Socket } from "node:net";
import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connection } from "@/db/client";
import { outboxMails } from "@/db/schema";
import { letter } from "@/domain/letter";
import { type Deliver, delayAfter, MOST_ATTEMPTS, mailTo, sendDue, smtpDelivery } from "./outbox";

/** How the mail server treats the next message. */
type Mood = "take" | "refuse" | "delay" | "cut before 250" | "cut after 250";

let mood: (n: number) => Mood = () => "take";
let received: { messageId: string; to: string; text: string; html: string }[] = [];
let messages = 0;
const sockets = new Set<Socket>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  logger: false,
  onData(stream, session, done) {
    const how = mood(messages++);
    const cut = () => {
      for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
    };
    simpleParser(stream)
      .then(async (mail) => {
        if (how === "refuse") return done(Object.assign(new Error("busy"), { responseCode: 451 }));
        if (how === "cut before 250") return cut();
        if (how === "delay") await new Promise((resolve) => setTimeout(resolve, 30));
        received.push({
          messageId: mail.messageId ?? "",
          to: [mail.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))[0] ?? "",
          text: mail.text ?? "",
          html: String(mail.html),
        });
        if (how === "cut after 250") return cut();
        done();
      })
      .catch(done);
  },
});
server.server.on("connection", (socket: Socket) => {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
});
server.on("error", () => {});

let deliver: Deliver & { close(): void };

beforeAll(async () => {
  await (await connection()).migrate();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  deliver = smtpDelivery(`smtp://127.0.0.1:${port}`);
});
afterAll(async () => {
  deliver.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(async () => {
  await (await connection()).transaction((tx) => tx.delete(outboxMails));
  received = [];
  messages = 0;
  mood = () => "take";
});

async function write(count: number, at: Date) {
  await (await connection()).transaction(async (tx) => {
    for (let i = 0; i < count; i++)
      await mailTo(
        tx,
        `person-${i}@people.example`,
        letter({ subject: `Mail ${i}`, paragraphs: [`Number ${i}`] }),
        at,
      );
  });
}
const states = async () => {
  const rows = await (await connection()).db.select({ state: outboxMails.state }).from(outboxMails);
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

test("a mail carries the same words as text and HTML, to one address, and no header of its making", async () => {
  const at = new Date();
  const hostile = "Hi\r\nBcc: evil@evil.example <script>alert(1)</script> \u202egnp";
  await (await connection()).transaction((tx) =>
    mailTo(tx, "a@people.example", letter({ subject: hostile, paragraphs: [hostile] }), at),
  );
  expect(await sendDue("w", deliver, () => at)).toBe(1);
  expect(received).toHaveLength(1);
  expect(received[0]?.to).toBe("a@people.example");
  expect(received[0]?.html).not.toContain("<script>");
  expect(received[0]?.html).toContain("&lt;script&gt;");
});

test("a verb that is undone leaves no mail", async () => {
  await expect(
    (await connection()).transaction(async (tx) => {
      await mailTo(tx, "a@people.example", letter({ subject: "x", paragraphs: [] }), new Date());
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await states()).toEqual({});
});

test("1,000 mails through a server that refuses, delays and cuts, and workers that die 20 times: none is lost", async () => {
  const ways: Mood[] = ["take", "take", "take", "refuse", "delay", "cut before 250", "cut after 250", "take"];
  mood = (n) => ways[(n * 7) % ways.length] ?? "take";
  let clock = Date.now();
  await write(1000, new Date(clock));
  let deaths = 0;
  const counted: Deliver = async (mail) => {
    await deliver(mail);
    // The worker dies between the server's answer and its own mark: it never comes back.
    if (deaths < 20 && messages % 40 === 0) {
      deaths++;
      await new Promise(() => {});
    }
  };
  for (let turn = 0; turn < 4000 && (await states()).sent !== 1000; turn++) {
    const before = deaths;
    // Two workers at a time; one that dies leaves its leases to run out.
    await Promise.race([
      Promise.all([0, 1].map((n) => sendDue(`worker-${turn}-${n}`, counted, () => new Date(clock)))),
      (async () => {
        while (deaths === before) await new Promise((resolve) => setTimeout(resolve, 5));
      })(),
    ]);
    clock += 5 * 60_000;
  }
  expect(await states()).toEqual({ sent: 1000 });
  expect(deaths).toBe(20);
  const copies = new Map<string, Set<string>>();
  for (const { to, messageId } of received) copies.set(to, (copies.get(to) ?? new Set()).add(messageId));
  expect(copies.size).toBe(1000);
  // Whatever came twice carries one Message-ID, so that a reader's mail program can drop it.
  expect([...copies.values()].filter((ids) => ids.size > 1)).toEqual([]);
  expect(received.length).toBeGreaterThan(1000);
}, 300_000);

test("without a fault each mail goes out once, though two workers run", async () => {
  const at = new Date();
  await write(60, at);
  const work = async (name: string) => {
    while ((await sendDue(name, deliver, () => at)) > 0);
  };
  await Promise.all([work("one"), work("two")]);
  expect(received).toHaveLength(60);
  expect(await states()).toEqual({ sent: 60 });
});

test("a mail that no server takes waits longer each time, and is parked for a person to see", async () => {
  let clock = Date.now();
  await write(1, new Date(clock));
  const delays: number[] = [];
  const refuse: Deliver = async () => {
    throw new Error("550 no such mailbox");
  };
  for (let i = 0; i < MOST_ATTEMPTS; i++) {
    expect(await sendDue("w", refuse, () => new Date(clock))).toBe(1);
    expect(await sendDue("w", refuse, () => new Date(clock + delayAfter(i + 1) - 1))).toBe(0);
    delays.push(delayAfter(i + 1));
    clock += delayAfter(i + 1);
  }
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(await sendDue("w", refuse, () => new Date(clock + 1e9))).toBe(0);
  const { db } = await connection();
  expect(await db.select().from(outboxMails).where(eq(outboxMails.state, "parked"))).toMatchObject([
    { attempts: MOST_ATTEMPTS, lastError: "550 no such mailbox" },
  ]);
});
