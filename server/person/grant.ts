import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { grants, people } from "@/db/schema";
import { grantNames } from "@/domain/access";
import { mailAddress } from "@/domain/mail-address";
import { command, Refusal } from "@/server/command";

/** Gives a person a power over the site. Somebody who has not signed in yet has it from the first time on. */
export const grantPower = command({
  name: "person.grant",
  input: z.strictObject({ email: z.string(), grant: z.enum(grantNames) }),
  find: async () => ({}),
  async run({ tx, input, now }) {
    const email = mailAddress(input.email);
    if (!email) throw new Refusal("Enter a plain mail address, such as name@example.org.", "email");
    await tx.insert(people).values({ id: uuidv7(), email, createdAt: now }).onConflictDoNothing();
    const [person] = await tx.select().from(people).where(eq(people.email, email));
    if (!person) throw new Error(`${email} was written and is not there`);
    await tx
      .insert(grants)
      .values({ personId: person.id, grant: input.grant, createdAt: now })
      .onConflictDoNothing();
    return {
      value: { email, grant: input.grant },
      subject: `person:${person.id}`,
      after: { grant: input.grant },
    };
  },
});
