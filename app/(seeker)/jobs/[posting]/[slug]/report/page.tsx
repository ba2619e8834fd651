import type { Metadata } from "next";
import { cache } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { postingPath } from "@/domain/posting-view";
import { LONGEST_WORDS, reportKinds, reportKindWords } from "@/domain/report";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { reportablePosting } from "@/server/moderation/queries";
import { sendReport } from "./actions";

type Address = { params: Promise<{ posting: string }> };

const load = cache((id: string) => reportablePosting(id));

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const posting = await load((await params).posting);
  const title = refusedForm("report") ? "Error: Report a job post" : "Report a job post";
  return { title: posting ? title : "Page not found", robots: { index: false } };
}

/** Anyone may say what is wrong with an open posting; one that is not open answers like none. */
export default async function ReportPage({ params }: Address) {
  const posting = await load((await params).posting);
  if (!posting) {
    answerWith(404);
    return <NothingHere />;
  }
  const refused = refusedForm("report");
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">Report a job post</h1>
      <p className="prose">
        This is about{" "}
        <a href={postingPath(posting)}>
          <bdi>{posting.title}</bdi>
        </a>{" "}
        at <bdi>{posting.employer}</bdi>. Our moderators read every report. The employer is not told who sent
        it.
      </p>
      <form className="form" action={sendReport} noValidate>
        <input type="hidden" name="postingId" value={posting.id} />
        <SelectField
          id="kind"
          name="kind"
          label="What is wrong"
          defaultValue={String(refused?.values.kind ?? "")}
          error={refused?.fieldErrors.kind?.[0]}
          options={[
            { value: "", text: "Choose one" },
            ...reportKinds.map((kind) => ({ value: kind, text: reportKindWords[kind] })),
          ]}
        />
        <TextArea
          id="note"
          name="note"
          label="In your words"
          hint="What you saw, and where. You may leave this empty, unless you chose “Something else”."
          maxLength={LONGEST_WORDS}
          defaultValue={String(refused?.values.note ?? "")}
          error={refused?.fieldErrors.note?.[0]}
        />
        <Button>Send the report</Button>
      </form>
    </>
  );
}
