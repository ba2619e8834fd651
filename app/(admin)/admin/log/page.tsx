import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LogTable } from "@/components/moderation/log-table";
import { NothingHere } from "@/components/ui/nothing-here";
import { currentActor } from "@/server/actor";
import { answerWith } from "@/server/answer/status";
import { moderationLog, moderatorOf } from "@/server/moderation/queries";

export async function generateMetadata(): Promise<Metadata> {
  const moderator = moderatorOf(await currentActor());
  return { title: moderator ? "Log of moderation" : "Page not found", robots: { index: false } };
}

type Search = { searchParams: Promise<{ before?: string | string[] }> };

/** What moderators have done, and the site itself where readers reported. */
export default async function LogPage({ searchParams }: Search) {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin/log");
  const moderator = moderatorOf(actor);
  if (!moderator) {
    answerWith(404);
    return <NothingHere />;
  }
  const { before } = await searchParams;
  const { entries, next } = await moderationLog(moderator, [before].flat()[0]);
  return (
    <>
      <h1 className="home-title">Log of moderation</h1>
      <p className="prose">
        <a href="/admin/queue">Queue</a>
      </p>
      <LogTable caption="Log of moderation" entries={entries} />
      {next && (
        <p className="prose">
          <a href={`/admin/log?before=${encodeURIComponent(next)}`}>Older entries</a>
        </p>
      )}
    </>
  );
}
