import { isSlug } from "@/domain/pair";
import { withRole } from "@/domain/tray";
import { writingActor } from "@/server/actor";
import { ownPath } from "@/server/auth";
import { rolesOf } from "@/server/role/queries";
import { keepTray, keptTray } from "./cookie";

/** The tray is shown by the picker. */
export function GET(): Response {
  return leadTo("/compare");
}

/**
 * Puts a role into the tray (`add`), takes one out (`remove`) or empties it (`empty`), and leads back to the page
 * that the form stood on, whose own words say that it was done: pages do not differ by the tray.
 */
export async function POST(request: Request): Promise<Response> {
  await writingActor();
  const form = await request.formData();
  const tray = await keptTray();
  if (form.has("empty")) {
    await keepTray([]);
    return leadTo("/compare");
  }
  const removed = form.get("remove");
  if (removed !== null) {
    await keepTray(tray.filter((slug) => slug !== removed));
    return leadTo("/compare");
  }
  const added = form.get("add");
  const [role] = isSlug(added) ? await rolesOf([added]) : [];
  if (!role) return leadTo("/compare?tray=unknown");
  const known = (await rolesOf(tray)).flatMap((found) => found?.slug ?? []);
  const more = withRole([...new Set(known)], role.slug);
  if (!more) return leadTo(`/compare?tray=full&more=${role.slug}`);
  await keepTray(more);
  return leadTo(pageOf(form.get("back"), form.has("row") ? role.slug : "added"));
}

/** The page that the form stood on, at the row or the words that say it was done; the picker for any page without them. */
function pageOf(back: FormDataEntryValue | null, at: string): string {
  const path = ownPath(back);
  return /^\/(careers|jobs)([/?]|$)/.test(path) ? `${path}#${at}` : "/compare";
}

const leadTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });
