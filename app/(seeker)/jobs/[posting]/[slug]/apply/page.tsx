import type { Metadata } from "next";
import { cache } from "react";
import { ApplicationForm } from "@/components/application/application-form";
import { ErrorPage } from "@/components/ui/error-page";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { postingPath } from "@/domain/posting-view";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { publicPosting } from "@/server/posting/queries";
import { apply } from "./actions";

type Address = { params: Promise<{ posting: string }> };

/** One look a request, for the page and its metadata: both see the same moment. */
const load = cache((id: string) => publicPosting(id, new Date()));

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const found = await load((await params).posting);
  const title = found?.kind === "shown" ? `Apply: ${found.posting.title}` : "Page not found";
  return { title: refusedForm("apply") ? `Error: ${title}` : title, robots: { index: false } };
}

/** Where a person applies, without an account. */
export default async function ApplyPage({ params }: Address) {
  const found = await load((await params).posting);
  if (!found) {
    answerWith(404);
    return <NothingHere />;
  }
  if (found.kind === "gone") {
    answerWith(410);
    return <Closed next={{ href: "/jobs", text: "Search open jobs" }} />;
  }
  const { posting } = found;
  const refused = refusedForm("apply");
  const takesApplications = posting.status === "open" && posting.applyBy === "here";
  // Who was writing when the job closed keeps what was written.
  if (!takesApplications && !refused)
    return <Closed next={{ href: postingPath(posting), text: "To the page of the job" }} />;
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">
        Apply: <bdi>{posting.title}</bdi>
      </h1>
      <p className="prose">
        <bdi>{posting.employer.name}</bdi>. You need no account.{" "}
        <a href={postingPath(posting)}>Read the job again</a>
      </p>
      <ApplicationForm postingId={posting.id} action={apply} refused={refused} />
    </>
  );
}

function Closed({ next }: { next: { href: string; text: string } }) {
  return (
    <ErrorPage
      title="This job takes no applications here"
      explanation="It is closed or paused, or the employer takes applications on another site."
      suggestions={[]}
      next={next}
    />
  );
}
