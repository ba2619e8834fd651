import type { Metadata } from "next";
import { cache } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { mayWithdraw, stageWords } from "@/domain/application";
import { dateText, postingPath } from "@/domain/posting-view";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { applicantOf, applicationStatus } from "@/server/application/queries";
import { withdraw } from "./actions";

type Address = { params: Promise<{ token: string }> };

const load = cache(async (token: string) => {
  const applicant = await applicantOf(token);
  return applicant && applicationStatus(applicant);
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const application = await load((await params).token);
  const title = application ? "Your application" : "Page not found";
  return {
    title: refusedForm("withdraw") ? `Error: ${title}` : title,
    robots: { index: false },
    // The token in the address is not to travel with links; a page of this site still says where a form comes from.
    referrer: "same-origin",
  };
}

/** What a mailed link opens: where an application stands. Opening it changes nothing, so that mail scanners do no harm. */
export default async function ApplicationPage({ params }: Address) {
  const { token } = await params;
  const application = await load(token);
  if (!application) {
    answerWith(404);
    return <NothingHere />;
  }
  const { stage, createdAt, movedAt, posting, employer, resume } = application;
  const refused = refusedForm("withdraw");
  const day = (moment: Date) => <time dateTime={moment.toISOString()}>{dateText(moment, posting.zone)}</time>;
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">Your application: {stageWords[stage]}</h1>
      <p className="prose">
        <a href={postingPath(posting)}>
          <bdi>{posting.title}</bdi>
        </a>
        , <bdi>{employer}</bdi>
      </p>
      <ul className="plain-list">
        <li>Received {day(createdAt)}</li>
        {stage !== "new" && (
          <li>
            {stageWords[stage]} since {day(movedAt)}
          </li>
        )}
        {resume && (
          <li>
            With the résumé <bdi>{resume}</bdi>
          </li>
        )}
      </ul>
      {mayWithdraw(stage) && (
        <details className="prose">
          <summary>Withdraw this application</summary>
          <form className="form" action={withdraw}>
            <p className="prose">
              The employer sees that you withdrew it. You cannot undo this, and you cannot apply to this job
              from the same mail address again.
            </p>
            <input type="hidden" name="token" value={token} />
            <Button>Withdraw for good</Button>
          </form>
        </details>
      )}
    </>
  );
}
