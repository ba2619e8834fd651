import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { ApplicantTable, stageControl } from "@/components/application/applicant-table";
import { PageLinks } from "@/components/posting/page-links";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NothingHere } from "@/components/ui/nothing-here";
import { currentActor } from "@/server/actor";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { applicantsOf } from "@/server/application/queries";
import { move } from "./actions";

type Address = {
  params: Promise<{ posting: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const load = cache(async (postingId: string, page: number) => {
  const actor = await currentActor();
  if (actor.kind !== "person")
    redirect(`/sign-in?next=${encodeURIComponent(`/employer/postings/${postingId}/applicants`)}`);
  return applicantsOf(actor, postingId, page);
});

async function asked({ params, searchParams }: Address) {
  const [{ posting }, { page }] = await Promise.all([params, searchParams]);
  return load(posting, typeof page === "string" && /^\d{1,6}$/.test(page) ? Number(page) : 1);
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const found = await asked(address);
  const title = found ? `Applicants: ${found.posting.title}` : "Page not found";
  return { title: refusedForm("move") ? `Error: ${title}` : title, robots: { index: false } };
}

/** Who applied to one of an employer's postings, for its own people. */
export default async function ApplicantsPage(address: Address) {
  const found = await asked(address);
  if (!found) {
    answerWith(404);
    return <NothingHere />;
  }
  const { posting, applicants, total, page, pages } = found;
  const refused = refusedForm("move");
  const here = `/employer/postings/${posting.id}/applicants`;
  return (
    <>
      {refused && (
        <ErrorSummary {...refused} idOf={() => stageControl(String(refused.values.applicationId ?? ""))} />
      )}
      <h1 className="home-title">
        Applicants: <bdi>{posting.title}</bdi>
      </h1>
      {total === 0 ? (
        <p className="prose">Nobody has applied yet.</p>
      ) : (
        <>
          <p className="prose">
            {total === 1 ? "One person has" : `${total} people have`} applied. Applicants get a mail when you
            move them to another stage.
          </p>
          <ApplicantTable
            applicants={applicants}
            zone={posting.zone}
            page={page}
            move={move}
            refused={refused}
          />
          <PageLinks page={page} pages={pages} addressOf={(other) => `${here}?page=${other}`} />
        </>
      )}
      <p className="prose">
        <a href="/employer">To your postings</a>
      </p>
    </>
  );
}
