"use server";

import { redirect } from "next/navigation";
import { postingPath } from "@/domain/posting-view";
import { senderAddress, writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { submitApplication } from "@/server/application/submit-application";
import { fieldsOf } from "@/server/command";

export async function apply(form: FormData) {
  const actor = await writingActor();
  const outcome = await submitApplication(actor, fieldsOf(form), { address: await senderAddress() });
  if (outcome.ok) redirect(`${postingPath(outcome.value.posting)}/apply/sent`);
  refuseForm("apply", outcome);
}
