import type { Metadata } from "next";
import { NothingHere } from "@/components/ui/nothing-here";
import { postingPath } from "@/domain/posting-view";
import { answerWith } from "@/server/answer/status";
import { isOutboxOpen } from "@/server/mail/queries";
import { publicPosting } from "@/server/posting/queries";

export const metadata: Metadata = { title: "Application received", robots: { index: false } };

/** What follows an application. It says the same to all, so that it tells nobody whether an address had applied before. */
export default async function SentPage({ params }: { params: Promise<{ posting: string }> }) {
  const found = await publicPosting((await params).posting, new Date());
  if (found?.kind !== "shown") {
    answerWith(404);
    return <NothingHere />;
  }
  const { posting } = found;
  return (
    <>
      <h1 className="home-title">Application received</h1>
      <p className="prose">
        We have your application for <bdi>{posting.title}</bdi> at <bdi>{posting.employer.name}</bdi>. One
        application is kept for each mail address: if yours had applied to this job before, the first one
        stands.
      </p>
      <p className="prose">
        Look at your mail. It tells you which of the two it was, and a first application comes with a link
        that shows where it stands and lets you withdraw it.
      </p>
      {isOutboxOpen && (
        <p className="prose">
          No mail server is set on this machine: the mail waits in the <a href="/outbox">outbox</a>.
        </p>
      )}
      <p className="prose">
        <a href={postingPath(posting)}>To the page of the job</a>
      </p>
    </>
  );
}
