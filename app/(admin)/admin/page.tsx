import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LinkList } from "@/components/ui/link-list";
import { NothingHere } from "@/components/ui/nothing-here";
import { may } from "@/domain/access";
import { currentActor } from "@/server/actor";
import { answerWith } from "@/server/answer/status";
import { moderationQueue, moderatorOf } from "@/server/moderation/queries";

async function powers() {
  const actor = await currentActor();
  return {
    actor,
    isStaff: may(actor, "staff.read"),
    isEditor: may(actor, "role.history"),
    moderator: moderatorOf(actor),
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const { isStaff } = await powers();
  return {
    title: isStaff ? "Editors and moderators" : "Page not found",
    robots: { index: false },
  };
}

/** What an editor, a moderator or an admin may open. */
export default async function AdminPage() {
  const { actor, isStaff, isEditor, moderator } = await powers();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin");
  if (!isStaff) {
    answerWith(404);
    return <NothingHere />;
  }
  const queue = moderator && (await moderationQueue(moderator));
  return (
    <>
      <h1 className="home-title">Editors and moderators</h1>
      <LinkList
        items={[
          ...(isEditor
            ? [
                { href: "/admin/roles", text: "Role data", detail: "Figures, summaries and mapping" },
                { href: "/admin/releases", text: "Releases", detail: "Reports of imports" },
              ]
            : []),
          ...(queue
            ? [
                {
                  href: "/admin/queue",
                  text: "Queue",
                  detail: `${queue.inReview.total} in review, ${queue.held.total} on hold, ${queue.reported.total} reported`,
                },
                { href: "/admin/log", text: "Log of moderation", detail: "" },
              ]
            : []),
        ]}
      />
    </>
  );
}
