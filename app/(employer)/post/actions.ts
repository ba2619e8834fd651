"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf } from "@/server/command";
import { createPosting } from "@/server/posting/create-posting";

export async function start(form: FormData) {
  const actor = await writingActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/post");
  const outcome = await createPosting(actor, fieldsOf(form));
  if (outcome.ok) redirect(`/employer/postings/${outcome.value.postingId}`);
  refuseForm("post", outcome);
}
