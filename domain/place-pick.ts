import { type Area, NATION } from "./area";
import { type FoundArea, placeAnswer } from "./area-search";
import { oneLine } from "./letter";

/** A place as a form asks for it beside other things: what was typed, the area found for it, or what is wrong and which places come near. */
export type PlacePick = {
  text: string;
  /** The nation where nothing is typed; undefined where it is not one place. */
  area?: Area;
  near: readonly FoundArea[];
  error?: string;
};

export type PlaceAsked = {
  typed: string /** The code chosen among places for this very text. */;
  chosen: string;
};

/** Characters of a place. */
const LONGEST_PLACE = 120;

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks for as `place`, with a choice (`place-is`) that holds for the text it was made for (`place-of`). */
export function placeAsked(search: Search): PlaceAsked {
  const one = (name: string) => oneLine([search[name]].flat()[0] ?? "");
  const typed = one("place");
  return { typed, chosen: one("place-of") === typed ? one("place-is") : "" };
}

/** The text that places are looked for by; empty for none and for one too long to be a place. */
export const placeSearchText = ({ typed }: PlaceAsked): string => (typed.length > LONGEST_PLACE ? "" : typed);

/** Finds the place among those that its text means (`areasNear`); several are a choice, and none is taken for another in silence. */
export function placePickOf({ typed, chosen }: PlaceAsked, found: readonly FoundArea[]): PlacePick {
  if (typed === "") return { text: "", area: NATION, near: [] };
  if (typed.length > LONGEST_PLACE)
    return {
      text: typed.slice(0, LONGEST_PLACE),
      near: [],
      error: `Shorten this to ${LONGEST_PLACE} characters. It had ${typed.length.toLocaleString("en-US")}, and the rest was cut off.`,
    };
  const picked = found.find(({ area }) => area.code === chosen);
  if (picked) return { text: typed, area: picked.area, near: [] };
  const answer = placeAnswer(found);
  if ("area" in answer) return { text: typed, area: answer.area, near: [] };
  if ("choices" in answer)
    return { text: typed, near: answer.choices, error: `Choose which place you mean by “${typed}”.` };
  const unknown = `No place called “${typed}” is known here. Check how it is spelled, or try its state.`;
  return { text: typed, near: answer.near, error: unknown };
}
