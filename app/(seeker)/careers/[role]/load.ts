import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { type Asked, careerAddress, placeOptions, placeViewOf } from "@/domain/place-view";
import { careerOf } from "@/server/profile/career";

/**
 * The career of an address in the place that its options ask for; or what is wrong with it. Another name of a role
 * moves for good to the role's own. One load a request, for the page and its metadata.
 */
export const loadCareer = (slug: string, asked: Asked) =>
  load(slug, new URLSearchParams(placeOptions(placeViewOf(asked))).toString());

const load = cache(async (slug: string, query: string) => {
  const view = placeViewOf(Object.fromEntries(new URLSearchParams(query)));
  const found = await careerOf(slug, view);
  if ("fault" in found) return found;
  const { role } = found.profile;
  if (role.slug !== slug) permanentRedirect(careerAddress(role.slug, view));
  // Of a place without prices of its own, the page is the same as without the question.
  return {
    ...found,
    view,
    canonical: careerAddress(role.slug, { ...view, isReal: found.priceLevel !== undefined }),
  };
});
