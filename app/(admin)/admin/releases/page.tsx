import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReleaseReport } from "@/components/release/release-report";
import { NothingHere } from "@/components/ui/nothing-here";
import { currentActor } from "@/server/actor";
import { answerWith } from "@/server/answer/status";
import { releaseEntries, releaseReaderOf } from "@/server/release/queries";

export async function generateMetadata(): Promise<Metadata> {
  const reader = releaseReaderOf(await currentActor());
  return { title: reader ? "Releases" : "Page not found", robots: { index: false } };
}

/** The report of every import whose figures readers see, or saw before. */
export default async function ReleasesPage() {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin/releases");
  const reader = releaseReaderOf(actor);
  if (!reader) {
    answerWith(404);
    return <NothingHere />;
  }
  const entries = await releaseEntries(reader);
  const doubted = entries.filter(({ report, state }) => state === "live" && (report.doubts?.length ?? 0) > 0);
  return (
    <>
      <h1 className="home-title">Releases</h1>
      <p className="prose">
        {doubted.length === 0
          ? "No check of a live release failed."
          : `In doubt: ${doubted.map(({ dataset }) => dataset).join(", ")}.`}{" "}
        Operators import and roll back from the command line.
      </p>
      {entries.map(({ id, state, ...entry }) => (
        <ReleaseReport key={id} isLive={state === "live"} {...entry} />
      ))}
    </>
  );
}
