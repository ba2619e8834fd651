import { DuplicatePosting, type PostingFacts } from "@/domain/posting-form";
import { command } from "@/server/command";
import { idOfKey } from "@/server/form-key";
import { SENT_AGAIN, writeDraft } from "./new-draft";
import { ownPosting } from "./own-posting";

/** Makes a draft with what a posting says, whatever its state; only the closing date is to be chosen anew. */
export const duplicatePosting = command({
  name: "posting.duplicate",
  input: DuplicatePosting,
  limits: ({ actor }) =>
    actor.kind === "person"
      ? [{ name: "posting-create", key: actor.personId, points: 60, seconds: 3600 }]
      : [],
  find: (tx, { postingId }, actor) => ownPosting(tx, postingId, actor),
  async run({ tx, input: { key }, found, now }) {
    const id = idOfKey(found.employerId, key);
    const employer = { id: found.employerId, name: found.employerName };
    const isNew = await writeDraft(tx, { id, employer, facts: copied(found), now });
    return {
      value: { postingId: id },
      subject: `posting:${id}`,
      ...(isNew ? { after: { state: "draft", copyOf: found.id } } : { reason: SENT_AGAIN }),
    };
  },
});

function copied(posting: PostingFacts): PostingFacts {
  const { title, soc, workplace, city, workState, area, remoteStates } = posting;
  const { payMinCents, payMaxCents, payUnit, terms, description, applyBy, applyUrl, zone } = posting;
  return {
    title,
    soc,
    workplace,
    city,
    workState,
    area,
    remoteStates,
    payMinCents,
    payMaxCents,
    payUnit,
    terms,
    description,
    applyBy,
    applyUrl,
    closesOn: null,
    zone,
  };
}
