import {
  medianHead,
  type PlaceListView,
  type PlaceSort,
  placeKindName,
  type RankedEntry,
} from "@/domain/place-list";
import { PlaceRow } from "./best-places";

type Props = {
  caption: string;
  places: readonly RankedEntry[];
  view: PlaceListView;
  unit: string;
  /** The code of the reader's own area. */
  own: string;
  addressOf(sort: PlaceSort): string;
};

/** Places of a list, one a line. The heads of the columns are the ways to sort it. */
export function PlaceTable({ caption, places, view, unit, own, addressOf }: Props) {
  const heads: [sort: PlaceSort, text: string, direction: "ascending" | "descending"][] = [
    ["name", placeKindName(view.kind), "ascending"],
    ["pay", medianHead(unit), "descending"],
    ["jobs", "Jobs", "descending"],
  ];
  return (
    <table className="data places">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map(([sort, text, direction]) => (
            <th scope="col" key={sort} aria-sort={sort === view.sort ? direction : undefined}>
              {sort === view.sort ? (
                <>{text} </>
              ) : (
                <a className="inline-block min-h-6" href={addressOf(sort)}>
                  <span className="vh">Sort by </span>
                  {text}
                </a>
              )}{" "}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <PlaceRow key={place.area} place={place} unit={unit} isOwn={place.area === own} />
        ))}
      </tbody>
    </table>
  );
}
