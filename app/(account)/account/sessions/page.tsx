import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ErrorSummary } from "@/components/ui/error-summary";
import { currentActor } from "@/server/actor";
import { refusedForm } from "@/server/answer/form";
import { sessionCookie } from "@/server/auth";
import { sessionsOf } from "@/server/person/queries";
import { revoke } from "./actions";

export function generateMetadata(): Metadata {
  const title = "Where you are signed in";
  return { title: refusedForm("sessions") ? `Error: ${title}` : title, robots: { index: false } };
}

const moment = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A person's browsers, each of which can be signed out from here. */
export default async function SessionsPage() {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?next=/account/sessions");
  const refused = refusedForm("sessions");
  const sessions = await sessionsOf(actor, (await cookies()).get(sessionCookie)?.value);
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      <h1 className="home-title">Where you are signed in</h1>
      <p className="prose">Sign a browser out if you do not know it. Times are in UTC.</p>
      <ul className="links">
        {sessions.map(({ id, seenAt, createdAt, userAgent, current }) => (
          <li key={id}>
            <span>
              {userAgent || "A browser without a name"}
              <span className="small block">
                {current && "This browser. "}
                Signed in {moment.format(createdAt)}, last seen {moment.format(seenAt)}
              </span>
            </span>
            <form action={revoke}>
              <button className="button second" type="submit" name="sessionId" value={id}>
                Sign out<span className="vh"> {current ? "this browser" : userAgent}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
