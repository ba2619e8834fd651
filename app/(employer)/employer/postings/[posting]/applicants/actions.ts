"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { moveApplication } from "@/server/application/move-application";
import { fieldsOf } from "@/server/command";

export async function move(form: FormData) {
  const { page, ...fields } = fieldsOf(form);
  const outcome = await moveApplication(await writingActor(), fields);
  if (!outcome.ok) return refuseForm("move", outcome);
  const { postingId, applicationId } = outcome.value;
  redirect(
    `/employer/postings/${postingId}/applicants?page=${Number(page) || 1}#application-${applicationId}`,
  );
}
