import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { EmployerFacts } from "@/components/moderation/employer-facts";
import { LogTable } from "@/components/moderation/log-table";
import { ReportTable } from "@/components/moderation/report-table";
import { moderationSteps, StepForms, stepFieldId } from "@/components/moderation/step-forms";
import { PayMarket } from "@/components/posting/pay-market";
import { PostingView } from "@/components/posting/posting-view";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { Section } from "@/components/ui/section";
import { TextArea } from "@/components/ui/text-area";
import { stateAt, stepsFrom } from "@/domain/posting";
import { LONGEST_WORDS } from "@/domain/report";
import { currentActor } from "@/server/actor";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { stateWords } from "@/server/moderation/posting-step";
import { moderatorOf, postingForModerator } from "@/server/moderation/queries";
import { marketOf } from "@/server/posting/market";
import { approve, askForChanges, hold, reject, release, remove, settleReports, verify } from "./actions";

type Address = { params: Promise<{ posting: string }> };

const actions = {
  "posting.approve": approve,
  "posting.request-changes": askForChanges,
  "posting.reject": reject,
  "posting.release": release,
  "posting.hold": hold,
  "posting.remove": remove,
};

const load = cache(async (postingId: string) => {
  const moderator = moderatorOf(await currentActor());
  return moderator && (await postingForModerator(moderator, postingId));
});

/** The step whose form this very request sent and had refused. */
function refusedStep() {
  for (const step of moderationSteps) {
    const refused = refusedForm(step);
    if (refused) return { step, ...refused };
  }
  return undefined;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const found = await load((await params).posting);
  const isRefused = refusedStep() ?? refusedForm("posting.settle-reports") ?? refusedForm("employer.verify");
  const title = found ? `${isRefused ? "Error: " : ""}Decide on a posting` : "Page not found";
  return { title, robots: { index: false } };
}

/** One posting with all that a moderator needs to decide on it, and the forms that do so. */
export default async function QueuedPostingPage({ params }: Address) {
  const { posting: id } = await params;
  if ((await currentActor()).kind === "visitor")
    redirect(`/sign-in?next=/admin/queue/${encodeURIComponent(id)}`);
  const found = await load(id);
  if (!found) {
    answerWith(404);
    return <NothingHere />;
  }
  const { posting, employer, view, members, states, reports, history } = found;
  const state = stateAt(posting, new Date());
  const possible = stepsFrom(state);
  const refused = refusedStep();
  const unverified = refusedForm("employer.verify");
  const unsettled = refusedForm("posting.settle-reports");
  const market = await marketOf(view);
  return (
    <>
      {refused && <ErrorSummary {...refused} idOf={(field) => stepFieldId(refused.step, field)} />}
      {unverified && <ErrorSummary {...unverified} />}
      {unsettled && <ErrorSummary {...unsettled} idOf={(field) => `settle-${field}`} />}
      <p className="prose">
        <a href="/admin/queue">Queue</a>. This posting is {stateWords[state]}. Below it stands as readers see
        it, or would. <a href="#decide">Decide</a>
      </p>
      <PostingView posting={view}>{market && <PayMarket pay={view.pay} market={market} />}</PostingView>
      <Section id="typed" title="As typed" note="With what readers do not see">
        <details>
          <summary>Description as the employer typed it</summary>
          <div className="whitespace-pre-wrap">
            <bdi>{posting.description || "Nothing"}</bdi>
          </div>
        </details>
        {posting.applyUrl && (
          <p>
            Applications go to <bdi>{posting.applyUrl}</bdi>
          </p>
        )}
      </Section>
      <Section id="employer" title="Employer">
        <EmployerFacts
          employer={employer}
          members={members}
          states={states.map(({ state, total }) => ({ text: stateWords[state], total }))}
        />
        {!employer.verifiedAt && (
          <form className="form" action={verify}>
            <p>Verify it when you have checked who it is: its postings then go live unread.</p>
            <input type="hidden" name="postingId" value={posting.id} />
            <input type="hidden" name="employerId" value={employer.id} />
            <Button>Verify the employer</Button>
          </form>
        )}
      </Section>
      <Section id="reports" title="Reports" note="From readers">
        <ReportTable reports={reports} />
        {state !== "held" && reports.some(({ settledAt }) => settledAt === null) && (
          <form className="form" action={settleReports} noValidate>
            <h3>Settle the reports</h3>
            <p>The posting stays as it is. Nobody gets a mail.</p>
            <input type="hidden" name="postingId" value={posting.id} />
            <TextArea
              id="settle-reason"
              name="reason"
              label="What you found"
              hint="It stands in the log."
              rows={4}
              maxLength={LONGEST_WORDS}
              defaultValue={String(unsettled?.values.reason ?? "")}
              error={unsettled?.fieldErrors.reason?.[0]}
            />
            <Button isSecond>Settle the reports</Button>
          </form>
        )}
      </Section>
      <Section id="decide" title="Decide" note={`This posting is ${stateWords[state]}`}>
        <StepForms
          posting={posting}
          steps={moderationSteps.filter((step) => possible.includes(step))}
          actions={actions}
          refused={refused}
        />
      </Section>
      <Section id="history" title="History" note="Of posting and employer">
        <LogTable caption="History" entries={history} />
      </Section>
    </>
  );
}
