"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf } from "@/server/command";
import { revokeSession } from "@/server/person/revoke-session";

export async function revoke(form: FormData) {
  const outcome = await revokeSession(await writingActor(), fieldsOf(form));
  if (outcome.ok) redirect("/account/sessions");
  refuseForm("sessions", outcome);
}
