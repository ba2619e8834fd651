import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { oneLine } from "@/domain/letter";
import { refusedForm } from "@/server/answer/form";
import { confirm } from "../actions";

export function generateMetadata(): Metadata {
  return {
    title: refusedForm("confirm") ? "Error: Sign in" : "Sign in",
    robots: { index: false },
    // The token in the address is not to travel with links; a page of this site still says where a form comes from.
    referrer: "same-origin",
  };
}

type Search = { searchParams: Promise<Record<"email" | "token" | "next", string | string[] | undefined>> };

/** What a mailed link opens: nothing is used up until the button is pressed, so that mail scanners do no harm. */
export default async function ConfirmPage({ searchParams }: Search) {
  const refused = refusedForm("confirm");
  const { email, token, next } = await searchParams;
  if (refused)
    return (
      <>
        <ErrorSummary {...refused} />
        <h1 className="home-title">You are not signed in</h1>
        <p className="prose">
          <a href="/sign-in">Ask for a new link</a>
        </p>
      </>
    );
  return (
    <>
      <h1 className="home-title">Sign in</h1>
      <form className="form" action={confirm}>
        <p className="prose">
          You are about to sign in as <bdi>{oneLine(String(email ?? ""))}</bdi>.
        </p>
        <input type="hidden" name="email" value={String(email ?? "")} />
        <input type="hidden" name="token" value={String(token ?? "")} />
        <input type="hidden" name="next" value={String(next ?? "")} />
        <Button>Sign in</Button>
      </form>
    </>
  );
}
