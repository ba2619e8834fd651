import { cache } from "react";
import { familySummaries, filteredCareers, sortedCareers } from "@/domain/family";
import { DEFAULT_SORT, familyOptions, familyViewOf, filterOf, isCareerList } from "@/domain/family-view";
import { careersOf } from "@/server/family/queries";

export type Asked = Record<string, string | string[] | undefined>;

/** Rows that a page of a list holds where no family is chosen; a family is shown whole. */
const CAREERS_A_PAGE = 50;

/**
 * The careers that an address asks for, in the order to show them, or the families in short where it asks for no
 * list; or what is wrong with it. One load a request, for the page and its metadata.
 */
export const loadFamilies = (asked: Asked) => {
  const { view } = familyViewOf(asked);
  return load(new URLSearchParams(familyOptions(view)).toString());
};

const load = cache(async (query: string) => {
  const { view } = familyViewOf(Object.fromEntries(new URLSearchParams(query)));
  const isList = isCareerList(view);
  const found = await careersOf(view);
  if ("fault" in found) return found;
  if (!isList)
    return { ...found, view, summaries: familySummaries(found.families, found.careers), list: undefined };
  const { careers, unknown } = filteredCareers(found.careers, filterOf(view));
  const sorted = sortedCareers(careers, view.sort ?? DEFAULT_SORT, view.isReversed);
  const pages = view.family === null ? Math.max(1, Math.ceil(sorted.length / CAREERS_A_PAGE)) : 1;
  const page = Math.min(view.page, pages);
  const first = (page - 1) * CAREERS_A_PAGE;
  return {
    ...found,
    view: { ...view, page },
    summaries: [],
    list: {
      /** All that the filters let through. */
      careers: sorted,
      /** Those of the page. */
      shown: view.family === null ? sorted.slice(first, first + CAREERS_A_PAGE) : sorted,
      first,
      pages,
      unknown,
    },
  };
});
