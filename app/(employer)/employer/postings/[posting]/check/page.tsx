import type { Metadata } from "next";
import { CheckTable, checkRow } from "@/components/posting/check-table";
import { PostingView } from "@/components/posting/posting-view";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { stateAt, stepOf } from "@/domain/posting";
import { deskState } from "@/domain/posting-desk";
import { checkRows, lackingOf, mayEdit, zoneWords } from "@/domain/posting-form";
import { dayText } from "@/domain/posting-view";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { occupationName } from "@/server/posting/occupation";
import { loadPosting } from "../load";
import { publish } from "./actions";

type Address = { params: Promise<{ posting: string }> };

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const title = (await loadPosting((await params).posting, "/check"))
    ? "Check your answers"
    : "Page not found";
  return { title: refusedForm("publish") ? `Error: ${title}` : title, robots: { index: false } };
}

/** All that a posting says before it is published, how readers will see it, and the button that publishes. */
export default async function CheckPage({ params }: Address) {
  const found = await loadPosting((await params).posting, "/check");
  if (!found) {
    answerWith(404);
    return <NothingHere />;
  }
  const { posting, preview } = found;
  const refused = refusedForm("publish");
  const now = new Date();
  const state = stateAt(posting, now);
  const { isVerified } = posting.employer;
  const step = stepOf(isVerified ? "posting.publish" : "posting.submit", state);
  const lacking = step ? lackingOf(posting, now) : {};
  const rows = checkRows(preview, posting, await occupationName(posting.soc), lacking);
  const here = `/employer/postings/${posting.id}`;
  const until =
    posting.closesOn && posting.zone
      ? `until the end of ${dayText(posting.closesOn)}, ${zoneWords(posting.zone)}`
      : "until its closing date";
  return (
    <>
      {refused && (
        <ErrorSummary
          {...refused}
          idOf={(name) => checkRow(rows.find(({ fields }) => fields.includes(name))?.field ?? name)}
        />
      )}
      <h1 className="home-title">Check your answers</h1>
      <CheckTable rows={rows} changeAt={mayEdit(state) ? here : undefined} />
      {!step && <p className="prose">{deskState(posting, now)}.</p>}
      {step && Object.keys(lacking).length > 0 && (
        <p className="prose">
          This draft is not complete yet: <a href={here}>fill in what is missing</a>, then publish it here.
        </p>
      )}
      {step && Object.keys(lacking).length === 0 && (
        <form className="form" action={publish}>
          <input type="hidden" name="postingId" value={posting.id} />
          <input type="hidden" name="version" value={posting.version} />
          <p className="prose">
            {isVerified
              ? `It is live at once, visible ${until}.`
              : `A moderator reads it first, because your employer is not verified yet. Once accepted, it is visible ${until}.`}
          </p>
          <Button>{isVerified ? "Publish now" : "Send to review"}</Button>
        </form>
      )}
      <section className="part" aria-labelledby="preview">
        <h2 id="preview">As readers see it</h2>
        <div className="preview">
          <PostingView posting={preview} isPreview />
        </div>
      </section>
      <p className="prose">
        <a href={here}>Back to the posting</a>
      </p>
    </>
  );
}
