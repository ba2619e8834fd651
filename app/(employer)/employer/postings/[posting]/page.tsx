import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PayStanding } from "@/components/posting/pay-standing";
import { PostingForm } from "@/components/posting/posting-form";
import { type PostingStep, postingSteps, StepForms, stepControl } from "@/components/posting/step-forms";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { Section } from "@/components/ui/section";
import { stateAt } from "@/domain/posting";
import { deskState, nextDate } from "@/domain/posting-desk";
import { EDIT_CONFLICT, mayEdit, typedOf } from "@/domain/posting-form";
import { postingPath } from "@/domain/posting-view";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { occupationBox } from "@/server/posting/occupation";
import { payStanding } from "@/server/posting/private-queries";
import { close, duplicate, pause, renew, resume, save } from "./actions";
import { loadPosting } from "./load";

type Address = {
  params: Promise<{ posting: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

/** The small form that this very request sent and had refused. */
function refusedStep() {
  for (const step of postingSteps) {
    const refused = refusedForm(step);
    if (refused) return { step, ...refused };
  }
  return undefined;
}

const idOf = (step: PostingStep) => (field: string) => stepControl(step, field);

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const found = await loadPosting((await params).posting, "");
  const title = found ? found.posting.title || "No title yet" : "Page not found";
  return {
    title: refusedStep() || refusedForm("save") ? `Error: ${title}` : title,
    robots: { index: false },
  };
}

/** One posting at its employer's desk: what may be done with it, and the page of its fields. */
export default async function EditPostingPage({ params, searchParams }: Address) {
  const found = await loadPosting((await params).posting, "");
  if (!found) {
    answerWith(404);
    return <NothingHere />;
  }
  const { posting, preview } = found;
  const [now, step, refused] = [new Date(), refusedStep(), refusedForm("save")];
  const state = stateAt(posting, now);
  const [box, standing, { saved }] = [
    await occupationBox(posting),
    await payStanding(preview),
    await searchParams,
  ];
  const here = `/employer/postings/${posting.id}`;
  // After a conflict the next save is meant to take the place of what was saved in between.
  const isOpenedAnew = !refused || refused.formError === EDIT_CONFLICT;
  return (
    <>
      {step && <ErrorSummary {...step} idOf={idOf(step.step)} />}
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">
        <bdi>{posting.title || "No title yet"}</bdi>
      </h1>
      {saved !== undefined && !refused && !step && <p role="status">Saved.</p>}
      <p className="prose">
        {deskState(posting, now)}. {nextDate(posting, now)}.
      </p>
      {posting.reviewMessage && state === "changes_requested" && (
        <p className="prose whitespace-pre-wrap">
          A moderator asks: <bdi>{posting.reviewMessage}</bdi>
        </p>
      )}
      <ul className="plain-list">
        <li>
          <a href={`${here}/check`}>Check answers</a>
        </li>
        {state === "live" && (
          <li>
            <a href={postingPath(posting)}>Its public page</a>
          </li>
        )}
        <li>
          <a href={`${here}/applicants`}>Applicants</a>
        </li>
        <li>
          <a href="/employer">Your postings</a>
        </li>
      </ul>
      {standing && <PayStanding {...standing} />}
      {mayEdit(state) ? (
        <PostingForm
          action={save}
          postingId={posting.id}
          version={isOpenedAnew ? posting.version : Number(refused.values.version) || posting.version}
          values={refused?.values ?? { ...typedOf(posting, box.occupation), taken: box.taken }}
          errors={refused?.fieldErrors ?? {}}
        />
      ) : (
        <p className="prose">It cannot be changed as it stands.</p>
      )}
      <Section id="steps" title="Other steps">
        <StepForms
          postingId={posting.id}
          state={state}
          duplicateKey={randomUUID()}
          actions={{ pause, resume, close, renew, duplicate }}
          refused={step}
        />
      </Section>
    </>
  );
}
