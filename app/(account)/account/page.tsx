import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { LinkList } from "@/components/ui/link-list";
import { may } from "@/domain/access";
import { currentActor } from "@/server/actor";
import { leave } from "../sign-in/actions";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

/** Where a signed-in person finds what is theirs. */
export default async function AccountPage() {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?next=/account");
  const isStaff = may(actor, "staff.read");
  return (
    <>
      <h1 className="home-title">Your account</h1>
      <p className="prose">
        You are signed in as {actor.name ? `${actor.name}, ` : ""}
        {actor.email}.
      </p>
      <LinkList
        items={[
          { href: "/account/sessions", text: "Where you are signed in", detail: "" },
          actor.seats.length > 0
            ? { href: "/employer", text: "Your postings", detail: "" }
            : { href: "/post", text: "Post a job", detail: "" },
          ...(isStaff ? [{ href: "/admin", text: "Editors and moderators", detail: "" }] : []),
        ]}
      />
      <form className="form" action={leave}>
        <Button isSecond>Sign out</Button>
      </form>
    </>
  );
}
