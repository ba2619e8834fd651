import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { QueueTable } from "@/components/moderation/queue-table";
import { NothingHere } from "@/components/ui/nothing-here";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/server/actor";
import { answerWith } from "@/server/answer/status";
import { moderationQueue, moderatorOf } from "@/server/moderation/queries";

export async function generateMetadata(): Promise<Metadata> {
  const moderator = moderatorOf(await currentActor());
  return { title: moderator ? "Queue" : "Page not found", robots: { index: false } };
}

/** What waits for a moderator: postings to be read, held ones, and reported ones. */
export default async function QueuePage() {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin/queue");
  const moderator = moderatorOf(actor);
  if (!moderator) {
    answerWith(404);
    return <NothingHere />;
  }
  const { inReview, held, reported } = await moderationQueue(moderator);
  return (
    <>
      <h1 className="home-title">Queue</h1>
      <p className="prose">
        <a href="/admin/log">Log of moderation</a>
      </p>
      <Section id="in-review" title="In review" note="Not live yet">
        <QueueTable caption="Postings in review" {...inReview} />
      </Section>
      <Section id="held" title="On hold" note="Out of readers’ sight">
        <QueueTable caption="Postings on hold" {...held} />
      </Section>
      <Section id="reported" title="Reported" note="Still live or paused">
        <QueueTable caption="Reported postings" {...reported} />
      </Section>
    </>
  );
}
