import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { type WayView, wayAddress, wayOptions, wayViewOf } from "@/domain/way-view";
import { type FoundWays, type WayFault, waysOf } from "@/server/way/queries";

export type Asked = Record<string, string | string[] | undefined>;
type Loaded = { found: FoundWays | WayFault; view: WayView; notUnderstood: string[] };

/**
 * The ways that an address asks for; another name of a role moves for good, to the address `below` it. One load a
 * request, for the page and its metadata.
 */
export async function loadWays(slug: string, asked: Asked, below: "" | "/table.csv" = ""): Promise<Loaded> {
  const { view, notUnderstood } = wayViewOf(asked);
  const found = await load(slug, new URLSearchParams(wayOptions(view)).toString(), below);
  return { found, view, notUnderstood };
}

const load = cache(async (slug: string, query: string, below: string): Promise<FoundWays | WayFault> => {
  const { view } = wayViewOf(Object.fromEntries(new URLSearchParams(query)));
  const found = await waysOf(slug, view);
  if (!("fault" in found) && found.role.slug !== slug)
    permanentRedirect(wayAddress(found.role.slug, view, below));
  return found;
});
