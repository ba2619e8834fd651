"use server";

import { redirect } from "next/navigation";
import type { PostingStep } from "@/components/posting/step-forms";
import { writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { fieldsOf, type Outcome } from "@/server/command";
import { closePosting } from "@/server/posting/close-posting";
import { duplicatePosting } from "@/server/posting/duplicate-posting";
import { pausePosting } from "@/server/posting/pause-posting";
import { renewPosting } from "@/server/posting/renew-posting";
import { resumePosting } from "@/server/posting/resume-posting";
import { savePosting } from "@/server/posting/save-posting";

export async function save(form: FormData) {
  const outcome = await savePosting(await writingActor(), fieldsOf(form));
  if (outcome.ok) redirect(`/employer/postings/${outcome.value.postingId}?saved=1`);
  refuseForm("save", outcome);
}
export async function pause(form: FormData) {
  settle("pause", await pausePosting(await writingActor(), fieldsOf(form)));
}
export async function resume(form: FormData) {
  settle("resume", await resumePosting(await writingActor(), fieldsOf(form)));
}
export async function close(form: FormData) {
  settle("close", await closePosting(await writingActor(), fieldsOf(form)));
}
export async function renew(form: FormData) {
  settle("renew", await renewPosting(await writingActor(), fieldsOf(form)));
}
export async function duplicate(form: FormData) {
  settle("duplicate", await duplicatePosting(await writingActor(), fieldsOf(form)));
}

function settle(form: PostingStep, outcome: Outcome<{ postingId: string }>) {
  if (outcome.ok) redirect(`/employer/postings/${outcome.value.postingId}`);
  refuseForm(form, outcome);
}
