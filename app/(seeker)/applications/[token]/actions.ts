"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { applicantOf } from "@/server/application/queries";
import { withdrawApplication } from "@/server/application/withdraw-application";
import { fieldsOf } from "@/server/command";

/** Acts for whoever holds the mailed link, signed in or not. */
export async function withdraw(form: FormData) {
  await writingActor();
  const { token, ...fields } = fieldsOf(form);
  const applicant = await applicantOf(String(token));
  const outcome = await withdrawApplication(applicant ?? { kind: "visitor" }, fields);
  if (outcome.ok) redirect(`/applications/${token}`);
  refuseForm("withdraw", outcome);
}
