import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeskTable } from "@/components/posting/desk-table";
import { deskState, nextDate } from "@/domain/posting-desk";
import { currentActor } from "@/server/actor";
import { employersOf } from "@/server/employer/queries";
import { deskPostings } from "@/server/posting/private-queries";

export const metadata: Metadata = { title: "Your postings", robots: { index: false } };

/** The desk of an employer's people: every posting with its state and what comes next. */
export default async function DeskPage() {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?next=/employer");
  const [employers, postings] = await Promise.all([employersOf(actor), deskPostings(actor)]);
  if (employers.length === 0) redirect("/employer/new");
  const now = new Date();
  const rows = postings.map((posting) => ({
    id: posting.id,
    title: posting.title || "No title yet",
    employer: posting.employer.name,
    state: deskState(posting, now),
    nextDate: nextDate(posting, now),
  }));
  return (
    <>
      <h1 className="home-title">Your postings</h1>
      <ul className="plain-list">
        {employers.map(({ id, name, isVerified }) => (
          <li key={id}>
            <bdi>{name}</bdi>:{" "}
            {isVerified
              ? "verified, so that its postings go live at once"
              : "not verified yet, so that a moderator reads its postings first"}
          </li>
        ))}
      </ul>
      <p className="prose">
        <a href="/post">Post a job</a>
      </p>
      {rows.length === 0 ? (
        <p className="prose">There are no postings yet.</p>
      ) : (
        <DeskTable rows={rows} showEmployer={employers.length > 1} />
      )}
    </>
  );
}
