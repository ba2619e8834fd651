import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { refusedForm } from "@/server/answer/form";
import { LINK_MINUTES, outsideProviders, ownPath } from "@/server/auth";
import { demoPeople } from "@/server/person/queries";
import { enterDemo, requestLink } from "./actions";

export function generateMetadata(): Metadata {
  return { title: refusedForm("sign-in") ? "Error: Sign in" : "Sign in", robots: { index: false } };
}

/** Asks for a mail address and mails a link; no passwords are kept here. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }>;
}) {
  const refused = refusedForm("sign-in");
  const { next: asked, problem } = await searchParams;
  const next = ownPath(refused?.values.next ?? asked ?? "/account");
  const outside = problem === "outside" && !refused;
  const demo = await demoPeople();
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      {outside && (
        <ErrorSummary
          formError="Signing in there did not work, or its mail address has an account here already. Sign in by mail instead."
          fieldErrors={{}}
        />
      )}
      <h1 className="home-title">Sign in</h1>
      <p className="prose">
        We mail you a link that signs you in for {LINK_MINUTES} minutes. There is no password. If you are new
        here, the same link opens your account.
      </p>
      <form className="form" action={requestLink} noValidate>
        <input type="hidden" name="next" value={next} />
        <Field
          id="email"
          name="email"
          label="Mail address"
          type="email"
          autoComplete="email"
          inputMode="email"
          maxLength={254}
          defaultValue={String(refused?.values.email ?? "")}
          error={refused?.fieldErrors.email?.[0]}
        />
        <Button>Mail me a link</Button>
      </form>
      {outsideProviders.length > 0 && (
        <ul className="plain-list">
          {outsideProviders.map(({ id, name }) => (
            <li key={id}>
              <a href={`/sign-in/with/${id}?next=${encodeURIComponent(next)}`}>Sign in with {name}</a>
            </li>
          ))}
        </ul>
      )}
      {demo.length > 0 && (
        <section className="part" aria-labelledby="demo">
          <h2 id="demo">Demo people</h2>
          <p className="small">They exist on this machine alone, to try things out.</p>
          <form className="form-row pt-3" action={enterDemo}>
            <input type="hidden" name="next" value={next} />
            {demo.map(({ id, name }) => (
              <button className="button second" type="submit" key={id} name="person" value={id}>
                {name}
              </button>
            ))}
          </form>
        </section>
      )}
    </>
  );
}
