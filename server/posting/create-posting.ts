import { eq } from "drizzle-orm";
import { employers } from "@/db/schema";
import { CreatePosting, type PostingFacts } from "@/domain/posting-form";
import { command } from "@/server/command";
import { idOfKey } from "@/server/form-key";
import { SENT_AGAIN, writeDraft } from "./new-draft";
import { occupationOf } from "./occupation";

const nothing: PostingFacts = {
  title: "",
  soc: null,
  workplace: null,
  city: null,
  workState: null,
  area: null,
  remoteStates: null,
  payMinCents: null,
  payMaxCents: null,
  payUnit: null,
  terms: null,
  description: null,
  applyBy: null,
  applyUrl: null,
  closesOn: null,
  zone: null,
};

/** Starts a draft of an employer, with a title and the occupation that the title names. */
export const createPosting: ReturnType<typeof creating> = async (actor, raw, call) => {
  // Looked up before the transaction: a read beside it would wait for the connection that it holds.
  const title = typeof raw.title === "string" ? raw.title : "";
  return creating(await occupationOf(title))(actor, raw, call);
};

const creating = (soc: string | null) =>
  command({
    name: "posting.create",
    input: CreatePosting,
    limits: ({ actor }) =>
      actor.kind === "person"
        ? [{ name: "posting-create", key: actor.personId, points: 60, seconds: 3600 }]
        : [],
    async find(tx, { employerId }, actor) {
      const isTheirs = actor.kind === "person" && actor.seats.some((seat) => seat.employerId === employerId);
      if (!isTheirs) return undefined;
      const [employer] = await tx.select().from(employers).where(eq(employers.id, employerId));
      return employer && { employerId, employer };
    },
    async run({ tx, input: { title, key }, found: { employer }, now }) {
      const id = idOfKey(employer.id, key);
      const isNew = await writeDraft(tx, { id, employer, facts: { ...nothing, title, soc }, now });
      return {
        value: { postingId: id },
        subject: `posting:${id}`,
        ...(isNew ? { after: { state: "draft", title } } : { reason: SENT_AGAIN }),
      };
    },
  });
