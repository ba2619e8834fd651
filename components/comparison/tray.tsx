import { Button } from "@/components/ui/button";
import { sentenceCase } from "@/domain/amount";
import type { RoleName } from "@/domain/profile";

/** How a form reaches the tray. */
export const TRAY_FORM = { method: "post", action: "/compare/tray", encType: "multipart/form-data" } as const;

/** The careers that a reader put aside to compare, and what to do with them. `next` is where they lead. */
export function Tray({ roles, next }: { roles: RoleName[]; next: { href: string; text: string } }) {
  return (
    <section className="part" aria-labelledby="tray">
      <h2 id="tray">Your choice so far</h2>
      <form {...TRAY_FORM}>
        <ul className="links">
          {roles.map(({ slug, singular, plural }) => (
            <li key={slug}>
              <a href={`/careers/${slug}`}>{sentenceCase(singular)}</a>{" "}
              <button className="button second" type="submit" name="remove" value={slug}>
                Remove<span className="vh"> {plural}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="form-row pt-4">
          <a className="button" href={next.href}>
            {next.text}
          </a>{" "}
          <button className="button second" type="submit" name="empty" value="1">
            Remove all
          </button>
        </p>
      </form>
      <p className="small pt-2">This browser keeps it for 30 days. Nobody else sees it.</p>
    </section>
  );
}

/** What a page says after a career on it was put into the tray: shown where the address leads to it, or to the row of a list. */
export function AddedToTray() {
  return (
    <p id="added" className="added on-screen" tabIndex={-1}>
      Added. <a href="/compare">See what you chose to compare</a>
    </p>
  );
}

/** Puts one career into the tray, from a page of its own (`back`). */
export function AddToTray({ role, back }: { role: RoleName; back: string }) {
  return (
    <form className="add-to-tray on-screen" {...TRAY_FORM}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="add" value={role.slug} />
      <Button isSecond>Add {role.plural} to compare</Button>
      <AddedToTray />
    </form>
  );
}
