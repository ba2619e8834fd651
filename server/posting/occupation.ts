import { and, eq } from "drizzle-orm";
import { connection } from "@/db/client";
import { areas } from "@/db/schema";
import { NATION } from "@/domain/area";
import { foldText } from "@/domain/fold-text";
import type { PostingForm } from "@/domain/posting-form";
import { stateOfCode } from "@/domain/us-state";
import { liveReleases } from "@/server/release/queries";
import { roleOfOccupation } from "@/server/role/queries";
import { titlesNear } from "@/server/title/queries";

const LONGEST_TITLE = 120;

/** What a posting is counted as: its occupation, and the area whose figures stand beside its pay. */

/** The occupation whose names come nearest to these words; null where none does. */
export async function occupationOf(words: string): Promise<string | null> {
  const [found] = await titlesNear(words.slice(0, LONGEST_TITLE), { limit: 1 });
  return found?.soc ?? null;
}

/** The name of an occupation as the page shows it, such as "registered nurse"; empty for none. */
export async function occupationName(soc: string | null): Promise<string> {
  return (soc && (await roleOfOccupation(soc))?.singular) || "";
}

/** Typed where no occupation fits. */
const NO_OCCUPATION = "none";

/**
 * What stands in the box of the occupation, and what it was taken for: `taken` is that text where it came from
 * the title, so that a new title brings a new occupation until somebody names one.
 */
export async function occupationBox(posting: {
  title: string;
  soc: string | null;
}): Promise<{ occupation: string; taken: string }> {
  const byTitle = await occupationOf(posting.title);
  const occupation =
    posting.soc === null && byTitle !== null ? NO_OCCUPATION : await occupationName(posting.soc);
  return { occupation, taken: byTitle === posting.soc ? occupation : "" };
}

/** The occupation that a form means; `undefined` where it names one that is not known. */
export async function occupationMeant({
  title,
  occupation,
  taken,
}: Pick<PostingForm, "title" | "occupation" | "taken">): Promise<string | null | undefined> {
  if (occupation === "" || occupation === taken) return occupationOf(title);
  if (foldText(occupation) === NO_OCCUPATION) return null;
  return (await occupationOf(occupation)) ?? undefined;
}

/** The area of a place of work: the metro that has the city in its name, else the state; of remote work its one state, else the nation. Null where no place is given. */
export async function areaMeant({
  workplace,
  city,
  workState,
  remoteStates,
}: Pick<PostingForm, "workplace" | "city" | "workState" | "remoteStates">): Promise<string | null> {
  if (workplace === "remote") return (remoteStates.length === 1 && remoteStates[0]) || NATION.code;
  const state = workState === null ? undefined : stateOfCode(workState);
  if (!state) return null;
  const [{ db }, live] = [await connection(), await liveReleases()];
  const metros = await db
    .select()
    .from(areas)
    .where(and(eq(areas.releaseId, live.id("areas")), eq(areas.kind, "metro")))
    .orderBy(areas.code);
  const metro = metros.find(
    ({ name, states }) => states.split("-").includes(state.postal) && isInName(city, name),
  );
  return metro?.code ?? state.code;
}

/** Whether a city is one of those that name a metro: "Oakland" of "San Francisco-Oakland-Fremont, CA". */
export function isInName(city: string, metro: string): boolean {
  const plain = (text: string) =>
    foldText(text)
      .replace(/\bsaint\b/g, "st")
      .replace(/[.'’]/g, "")
      .trim();
  const names = `-${plain(metro.replace(/,[^,]*$/, ""))
    .replace(/^urban /, "")
    .replace(/[-/]+/g, "-")}-`;
  const typed = plain(city);
  return typed !== "" && [typed, typed.replace(/ city$/, "")].some((name) => names.includes(`-${name}-`));
}
