import { type Place, places } from "./pair";
import type { RoleName } from "./profile";
import { roleSlug } from "./role";

/** A role as the picker knows it: by its names, and other titles of it. */
export type PickRole = RoleName & { titles: string[] };

/** What a reader sent for one place of the picker. */
export type Asked = {
  place: Place;
  /** Whether the form was sent, or a link that fills this place. */
  isSent: boolean;
  typed: string;
  /** The slug chosen among near names of this very text. */
  chosen?: string;
};

/** One place as it is shown again: the career found for it, or what is wrong and which careers come near. */
export type Pick = {
  place: Place;
  text: string;
  role?: PickRole;
  near: PickRole[];
  error?: string;
};

/** Characters of a job title. The longest name of an occupation has 112. */
const LONGEST_TITLE = 120;

/** What an address asks for, place by place. */
export function askedOf(search: Record<string, string | string[] | undefined>): Asked[] {
  const textOf = (name: string) => [search[name]].flat()[0] ?? "";
  return places.map((place) => {
    const typed = visible(textOf(place));
    const isOfThisText = visible(textOf(`${place}-of`)) === typed;
    const chosen = isOfThisText ? textOf(`${place}-is`) : "";
    return { place, isSent: search[place] !== undefined, typed, ...(chosen && { chosen }) };
  });
}

/** One line, without signs that nobody sees. */
const visible = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ").trim();

/** The text that near names are looked for by; empty for none and for one too long to be a title. */
export const searchText = ({ typed }: Asked): string => (typed.length > LONGEST_TITLE ? "" : typed);

/** Finds the career of each place among those near its text (`near`, in the order of `asked`), and says what is wrong with the others. */
export function picksOf(asked: readonly Asked[], near: readonly PickRole[][]): Pick[] {
  const picks = asked.map((one, i) => pickOf(one, near[i] ?? []));
  const filled = picks.filter(({ text }) => text !== "");
  const empty = picks.find(({ place, text }) => (place === "a" || place === "b") && text === "");
  if (filled.length < 2 && empty && asked.some(({ place, isSent }) => place === empty.place && isSent))
    empty.error =
      filled.length === 0 && empty.place === "a" ? "Enter two careers to compare." : "Enter a second career.";
  picks.forEach((pick, i) => {
    if (pick.role && picks.slice(0, i).some(({ role }) => role?.slug === pick.role?.slug))
      pick.error = `You entered ${pick.role.plural} twice. Enter another career here.`;
  });
  return picks;
}

function pickOf(asked: Asked, near: PickRole[]): Pick {
  const { place, typed, chosen } = asked;
  const role = exactly(typed, near) ?? near.find(({ slug }) => slug === chosen);
  if (role) return { place, text: role.singular, role, near: [] };
  if (typed === "") return { place, text: "", near: [] };
  if (typed.length > LONGEST_TITLE)
    return {
      place,
      text: typed.slice(0, LONGEST_TITLE),
      near: [],
      error: `Shorten this to ${LONGEST_TITLE} characters. It had ${typed.length.toLocaleString("en-US")}, and the rest was cut off.`,
    };
  return {
    place,
    text: typed,
    near,
    error:
      near.length > 0
        ? `Choose which career you mean by “${typed}”.`
        : `No career found for “${typed}”. Try another name for it, or look in the list of careers.`,
  };
}

/** The one that bears this very name, its own before another title of it. */
function exactly(typed: string, near: PickRole[]): PickRole | undefined {
  const name = roleSlug(typed);
  const named = near.find(({ slug, singular, plural }) =>
    [slug, roleSlug(singular), roleSlug(plural)].includes(name),
  );
  if (named) return named;
  const titled = near.filter(({ titles }) => titles.some((title) => roleSlug(title) === name));
  return titled.length === 1 ? titled[0] : undefined;
}
