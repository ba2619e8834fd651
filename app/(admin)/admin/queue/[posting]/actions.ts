"use server";

import { redirect } from "next/navigation";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf, type Outcome } from "@/server/command";
import { verifyEmployer } from "@/server/employer/verify-employer";
import { approvePosting } from "@/server/posting/approve-posting";
import { holdPosting } from "@/server/posting/hold-posting";
import { rejectPosting } from "@/server/posting/reject-posting";
import { releasePosting } from "@/server/posting/release-posting";
import { removePosting } from "@/server/posting/remove-posting";
import { requestChanges } from "@/server/posting/request-changes";
import { settlePostingReports } from "@/server/posting/settle-posting-reports";

export async function approve(form: FormData) {
  settle("posting.approve", await approvePosting(await signedIn(), fieldsOf(form)));
}
export async function askForChanges(form: FormData) {
  settle("posting.request-changes", await requestChanges(await signedIn(), fieldsOf(form)));
}
export async function reject(form: FormData) {
  settle("posting.reject", await rejectPosting(await signedIn(), fieldsOf(form)));
}
export async function hold(form: FormData) {
  settle("posting.hold", await holdPosting(await signedIn(), fieldsOf(form)));
}
export async function release(form: FormData) {
  settle("posting.release", await releasePosting(await signedIn(), fieldsOf(form)));
}
export async function remove(form: FormData) {
  settle("posting.remove", await removePosting(await signedIn(), fieldsOf(form)));
}
export async function settleReports(form: FormData) {
  settle("posting.settle-reports", await settlePostingReports(await signedIn(), fieldsOf(form)));
}
export async function verify(form: FormData) {
  const { postingId, ...fields } = fieldsOf(form);
  const outcome = await verifyEmployer(await signedIn(), fields);
  if (outcome.ok) redirect(`/admin/queue/${encodeURIComponent(String(postingId))}`);
  refuseForm("employer.verify", outcome);
}

/** Whose session has run out signs in again, instead of seeing the page of somebody without the power. */
async function signedIn() {
  const actor = await writingActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin/queue");
  return actor;
}

function settle(form: string, outcome: Outcome<{ postingId: string }>) {
  if (outcome.ok) redirect(`/admin/queue/${outcome.value.postingId}`);
  refuseForm(form, outcome);
}
