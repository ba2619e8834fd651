import { z } from "zod";
import { stages } from "./application";
import { carriedId, choice, counted, formOf, line, lines } from "./form-field";
import { mailAddress } from "./mail-address";

/** The forms of an application: what a person who applies fills in, and what an employer sends to move it. */

export const LONGEST_NAME = 100;
export const LONGEST_MESSAGE = 5_000;

const email = z
  .string({ error: "Enter your mail address." })
  .default("")
  .transform((typed, context) => {
    const address = mailAddress(typed);
    if (address !== undefined) return address;
    context.addIssue(
      typed.trim() === ""
        ? "Enter your mail address."
        : "Enter a plain mail address, such as name@example.org.",
    );
    return z.NEVER;
  });

/** An application apart from the résumé, which is checked by its content. */
export const applicationFields = {
  postingId: carriedId,
  name: line(LONGEST_NAME).refine((text) => text !== "", "Enter your name."),
  email,
  message: lines(LONGEST_MESSAGE).refine((text) => text !== "", "Enter a message to the employer."),
};

/** A move to another stage, from what the page showed: `version` counts the moves before it. */
export const MoveApplication = formOf({
  applicationId: carriedId,
  version: counted(),
  stage: choice(stages).transform((stage, context) => {
    if (stage !== null) return stage;
    context.addIssue("Choose a stage.");
    return z.NEVER;
  }),
});
