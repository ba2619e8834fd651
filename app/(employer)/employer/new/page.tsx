import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmployerForm } from "@/components/employer/employer-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { currentActor } from "@/server/actor";
import { refusedForm } from "@/server/answer/form";
import { create } from "./actions";

export function generateMetadata(): Metadata {
  const title = "Create your employer";
  return { title: refusedForm("employer") ? `Error: ${title}` : title, robots: { index: false } };
}

/** Who hires: asked once, before the first posting. */
export default async function NewEmployerPage() {
  if ((await currentActor()).kind !== "person") redirect("/sign-in?next=/employer/new");
  const refused = refusedForm("employer");
  const key = [refused?.values.key].flat()[0] || randomUUID();
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">Create your employer</h1>
      <p className="prose">
        Readers see the name, the web site and what it does. A moderator reads your postings before they are
        shown, until we have checked who you are.
      </p>
      <EmployerForm
        action={create}
        formKey={key}
        values={refused?.values ?? {}}
        errors={refused?.fieldErrors ?? {}}
      />
    </>
  );
}
