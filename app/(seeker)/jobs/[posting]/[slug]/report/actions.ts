"use server";

import { redirect } from "next/navigation";
import { postingPath } from "@/domain/posting-view";
import { senderAddress, writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf } from "@/server/command";
import { reportPosting } from "@/server/posting/report-posting";

export async function sendReport(form: FormData) {
  const address = await senderAddress();
  const outcome = await reportPosting(await writingActor(), fieldsOf(form), { address });
  if (outcome.ok) redirect(`${postingPath(outcome.value)}/report/sent`);
  refuseForm("report", outcome);
}
