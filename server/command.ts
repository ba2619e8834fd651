import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { connection, type Tx } from "@/db/client";
import { bump } from "@/db/page-version";
import { auditEntries } from "@/db/schema";
import { type Actor, may, type Thing, type Verb } from "@/domain/access";
import { type PageTag, tagsOf } from "@/domain/page-tag";
import { wakeOutbox } from "./mail/outbox";
import { noticeChanges } from "./page/versions";
import { type Limit, overLimit } from "./rate-limit";

/** What was typed, so that a refused form can show it again; files are not kept. */
export type Values = Record<string, string | string[]>;

export type Refused = {
  ok: false;
  /** By field: what is wrong with it, in words. */
  fieldErrors: Record<string, string[]>;
  formError: string | null;
  values: Values;
};
export type Outcome<T> = { ok: true; value: T } | Refused;

/** Thrown by a verb to refuse: nothing is written. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** The field it belongs to, where there is one. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** What a verb did, for the audit: its subject, and what changed. */
type Done<T> = {
  value: T;
  subject: string;
  reason?: string;
  before?: unknown;
  after?: unknown;
  /** Public pages that show this beside those of the subject, by their tags. */
  shownBy?: readonly PageTag[];
};

type Spec<I extends z.ZodType, F extends Thing, T> = {
  name: Verb;
  input: I;
  /** How often this may be tried, by whatever keys; counted before anything is read. */
  limits?(context: { input: z.infer<I>; actor: Actor; address: string }): Limit[];
  /** The thing in the actor's reach; undefined answers as if it did not exist. */
  find(tx: Tx, input: z.infer<I>, actor: Actor): Promise<F | undefined>;
  run(context: { tx: Tx; input: z.infer<I>; found: F; actor: Actor; now: Date }): Promise<Done<T>>;
};

/** The rest of a call: where it came from (a network address, for limits), and when. */
type Call = { address?: string; now?: Date };

export const NOT_FOUND = "There is nothing here by that name, or it is not yours.";

/**
 * The one writing door. A command parses its input, finds the thing, asks the access table, runs, and writes
 * the audit row and which public pages are to be made anew, all in one transaction; mail that the verb put in the
 * outbox goes out after it. Refusals return; bugs throw and undo everything.
 */
export function command<I extends z.ZodType, F extends Thing, T>(spec: Spec<I, F, T>) {
  return async (actor: Actor, raw: Record<string, unknown>, call: Call = {}): Promise<Outcome<T>> => {
    const now = call.now ?? new Date();
    const values = typedValues(raw);
    const refuse = (formError: string | null, fieldErrors: Record<string, string[]> = {}): Refused => ({
      ok: false,
      fieldErrors,
      formError,
      values,
    });
    const parsed = spec.input.safeParse(raw);
    if (!parsed.success) {
      const { formErrors, fieldErrors } = z.flattenError(parsed.error);
      return refuse(formErrors.join(" ") || null, fieldErrors as Record<string, string[]>);
    }
    const input = parsed.data;
    const limits = spec.limits?.({ input, actor, address: call.address ?? "" }) ?? [];
    const wait = await overLimit(limits);
    if (wait !== undefined) return refuse(`Too many tries. Please wait ${wait} and try again.`);
    try {
      const { transaction } = await connection();
      const value = await transaction(async (tx) => {
        const found = await spec.find(tx, input, actor);
        if (found === undefined) throw new Refusal(NOT_FOUND);
        if (!may(actor, spec.name, found)) throw new Refusal("You may not do this.");
        const done = await spec.run({ tx, input, found, actor, now });
        await tx.insert(auditEntries).values({
          id: uuidv7(),
          at: now,
          verb: spec.name,
          actorKind: actor.kind,
          actorId: idOf(actor),
          subject: done.subject,
          reason: done.reason ?? null,
          before: done.before ?? null,
          after: done.after ?? null,
        });
        await bump(tx, [...tagsOf(done.subject), ...(done.shownBy ?? [])]);
        return done.value;
      });
      noticeChanges();
      wakeOutbox();
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.field ? refuse(null, { [error.field]: [error.message] }) : refuse(error.message);
    }
  };
}

function idOf(actor: Actor): string | null {
  if (actor.kind === "person") return actor.personId;
  return actor.kind === "applicant" ? actor.applicationId : null;
}

function typedValues(raw: Record<string, unknown>): Values {
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, string | string[]] =>
        typeof entry[1] === "string" ||
        (Array.isArray(entry[1]) && entry[1].every((part) => typeof part === "string")),
    ),
  );
}

/** A form as a plain object: a name sent twice gives a list; the framework's own fields are left out. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const all = form.getAll(name);
    fields[name] = all.length > 1 ? all : all[0];
  }
  return { ...fields };
}
