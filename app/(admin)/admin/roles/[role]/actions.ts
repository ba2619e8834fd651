"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf, type Outcome } from "@/server/command";
import { correctFigure } from "@/server/figure/correct-figure";
import { revertFigure } from "@/server/figure/revert-figure";
import { editRole } from "@/server/role/edit-role";
import { revertRole } from "@/server/role/revert-role";

export async function correct(form: FormData) {
  settle("figure.correct", await correctFigure(await signedIn(), fieldsOf(form)), form);
}
export async function revert(form: FormData) {
  settle("figure.revert", await revertFigure(await signedIn(), fieldsOf(form)), form);
}
export async function edit(form: FormData) {
  settle("role.edit", await editRole(await signedIn(), fieldsOf(form)), form);
}
export async function revertPage(form: FormData) {
  settle("role.revert", await revertRole(await signedIn(), fieldsOf(form)), form);
}

/** Whose session has run out signs in again, instead of seeing the page of somebody without the power. */
async function signedIn() {
  const actor = await writingActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin/roles");
  return actor;
}

function settle(name: string, outcome: Outcome<{ role: string }>, form: FormData) {
  if (!outcome.ok) return refuseForm(name, outcome);
  const asked = new URLSearchParams({ area: String(form.get("area") ?? "US"), saved: name });
  redirect(`/admin/roles/${outcome.value.role}?${asked}`);
}
