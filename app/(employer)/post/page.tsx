import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { currentActor } from "@/server/actor";
import { refusedForm } from "@/server/answer/form";
import { employersOf } from "@/server/employer/queries";
import { start } from "./actions";

export function generateMetadata(): Metadata {
  return { title: refusedForm("post") ? "Error: Post a job" : "Post a job", robots: { index: false } };
}

/** Where posting a job begins: sign in, an employer once, then a title makes a draft. */
export default async function PostPage() {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?next=/post");
  const employers = await employersOf(actor);
  const [first] = employers;
  if (!first) redirect("/employer/new");
  const refused = refusedForm("post");
  const typed = (name: string) => [refused?.values[name]].flat()[0] ?? "";
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">Post a job</h1>
      <p className="prose">
        You start with a draft that only you and your colleagues see. Nothing is published before you have
        looked it through.
      </p>
      <form className="form" action={start} noValidate>
        <input type="hidden" name="key" value={typed("key") || randomUUID()} />
        {employers.length === 1 ? (
          <input type="hidden" name="employerId" value={first.id} />
        ) : (
          <SelectField
            id="employerId"
            name="employerId"
            label="Employer"
            defaultValue={typed("employerId")}
            error={refused?.fieldErrors.employerId?.[0]}
            options={[
              { value: "", text: "Choose" },
              ...employers.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        )}
        <Field
          id="title"
          name="title"
          label="Job title"
          hint="The title alone, without pay, place or slogans."
          defaultValue={typed("title")}
          error={refused?.fieldErrors.title?.[0]}
        />
        <Button>Start a draft</Button>
      </form>
      <p className="prose">
        <a href="/employer">Your postings</a>
      </p>
    </>
  );
}
