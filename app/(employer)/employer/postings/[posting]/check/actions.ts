"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf } from "@/server/command";
import { publishPosting } from "@/server/posting/publish-posting";

export async function publish(form: FormData) {
  const outcome = await publishPosting(await writingActor(), fieldsOf(form));
  if (outcome.ok) redirect(`/employer/postings/${outcome.value.postingId}`);
  refuseForm("publish", outcome);
}
