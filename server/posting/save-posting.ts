import { eq } from "drizzle-orm";
import { postings } from "@/db/schema";
import { stateAt } from "@/domain/posting";
import {
  changesOf,
  closingFault,
  EDIT_CONFLICT,
  endsAtOf,
  factsOf,
  lackingOf,
  mayEdit,
  mustBeComplete,
  SavePosting,
  searchTextOf,
  stateAfterEdit,
  withBothEnds,
} from "@/domain/posting-form";
import { command, Refusal } from "@/server/command";
import { areaMeant, occupationMeant } from "./occupation";
import { openingsOf, outOfStep, ownPosting } from "./own-posting";

/**
 * Saves the page of fields. A page older than the posting is refused, unless it says what is saved already. What
 * is public stays complete, keeps its closing date or gets an earlier one, and of an employer that is not
 * verified goes back to review when pay, title or place changes.
 */
export const savePosting: ReturnType<typeof saving> = async (actor, raw, call) => {
  const lacking: Fields = {};
  // Looked up before the transaction: a read beside it would wait for the connection that it holds.
  const outcome = await saving(await meaningOf(raw), lacking)(actor, raw, call);
  return outcome.ok ? outcome : { ...outcome, fieldErrors: { ...outcome.fieldErrors, ...lacking } };
};

type Fields = Record<string, string[]>;
type Meaning = { soc: string | null | undefined; area: string | null };

async function meaningOf(raw: Record<string, unknown>): Promise<Meaning> {
  const { data } = SavePosting.safeParse(raw);
  if (!data) return { soc: null, area: null };
  const [soc, area] = await Promise.all([occupationMeant(data), areaMeant(data)]);
  return { soc, area };
}

/** `lacking` takes what a public posting would lack, field by field, when that is why it is refused. */
const saving = ({ soc, area }: Meaning, lacking: Fields) =>
  command({
    name: "posting.save",
    input: SavePosting,
    limits: ({ actor }) =>
      actor.kind === "person"
        ? [{ name: "posting-save", key: actor.personId, points: 600, seconds: 3600 }]
        : [],
    find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
    async run({ tx, input, found, now }) {
      const state = stateAt(found, now);
      if (!mayEdit(state)) throw outOfStep(state);
      if (soc === undefined)
        throw new Refusal(
          "We know no occupation by that name. Try other words, leave it empty to go by the title, or type “none”.",
          "occupation",
        );
      const isPublic = mustBeComplete(state);
      const typed = factsOf(input, soc, area);
      const facts = isPublic ? withBothEnds(typed) : typed;
      const edit = changesOf(found, facts);
      const done = { value: { postingId: found.id, state: found.state }, subject: `posting:${found.id}` };
      if (edit.keys.length === 0) return { ...done, reason: "Saved without a change." };
      if (input.version !== found.version) throw new Refusal(EDIT_CONFLICT);
      const fault = closingFault(facts.closesOn, facts.zone, now);
      if (fault) throw new Refusal(fault, "closesOn");
      const endsAt = endsAtOf(facts);
      if (isPublic) {
        Object.assign(lacking, lackingOf(facts, now));
        if (Object.keys(lacking).length > 0)
          throw new Refusal("This posting is no longer a draft, so that it has to stay complete.");
      }
      if (found.firstPostedAt && found.endsAt && endsAt && endsAt > found.endsAt)
        throw new Refusal("To keep the posting open for longer, use “Renew” above.", "closesOn");
      const next = stateAfterEdit(state, { isWeighty: edit.isWeighty, isVerified: found.isVerified });
      await tx
        .update(postings)
        .set({
          ...facts,
          state: next,
          endsAt,
          searchText: searchTextOf(facts, found.employerName),
          version: found.version + 1,
          updatedAt: now,
        })
        .where(eq(postings.id, found.id));
      // Of a draft the log tells what was touched; of a posting that was public, what it said before.
      const log = found.firstPostedAt
        ? {
            before: { state: found.state, ...edit.before },
            after: { state: next, ...edit.after },
          }
        : { after: { state: next, changed: edit.keys } };
      return {
        ...{ ...done, ...log },
        value: { postingId: found.id, state: next },
        shownBy: openingsOf(found, facts),
      };
    },
  });
