import { asc, eq, like } from "drizzle-orm";
import { employers, members } from "@/db/schema";
import { CreateEmployer, employerSlug } from "@/domain/employer";
import { command, Refusal } from "@/server/command";
import { idOfKey } from "@/server/form-key";

/** Makes an employer, with whoever makes it in the owner's seat. It is not verified: moderators read its postings first. */
export const createEmployer = command({
  name: "employer.create",
  input: CreateEmployer,
  limits: ({ actor }) =>
    actor.kind === "person"
      ? [{ name: "employer-create", key: actor.personId, points: 10, seconds: 86_400 }]
      : [],
  find: async (_tx, _input, actor) => (actor.kind === "person" ? { personId: actor.personId } : undefined),
  async run({ tx, input, found: { personId }, now }) {
    const id = idOfKey(personId, input.key);
    const [known] = await tx.select().from(employers).where(eq(employers.id, id));
    const done = (slug: string) => ({ value: { employerId: id, slug }, subject: `employer:${id}` });
    if (known)
      return { ...done(known.slug), reason: "The form was sent again: the employer was there already." };
    const taken = await tx
      .select({ slug: employers.slug })
      .from(employers)
      .where(like(employers.slug, `${employerSlug(input.name, new Set())}%`))
      .orderBy(asc(employers.slug));
    const slug = employerSlug(input.name, new Set(taken.map((row) => row.slug)));
    const { name, site, about, size, sizeByState } = input;
    const written = await tx
      .insert(employers)
      .values({ id, slug, name, site: site ?? "", about, size: size ?? 0, sizeByState, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: employers.id });
    // On PostgreSQL the same form, or somebody with the same name, may be a moment ahead.
    if (written.length === 0) throw new Refusal("This was just being written. Please send it again.");
    await tx.insert(members).values({ employerId: id, personId, seat: "owner", createdAt: now });
    return { ...done(slug), after: { name, slug, size } };
  },
});
