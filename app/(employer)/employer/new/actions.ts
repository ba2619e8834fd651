"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf } from "@/server/command";
import { createEmployer } from "@/server/employer/create-employer";

export async function create(form: FormData) {
  const actor = await writingActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/employer/new");
  const outcome = await createEmployer(actor, fieldsOf(form));
  if (outcome.ok) redirect("/post");
  refuseForm("employer", outcome);
}
