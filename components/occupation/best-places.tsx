import type { FigureOrigin } from "@/domain/figure";
import {
  jobsText,
  medianHead,
  medianText,
  type PlaceEntry,
  type PlaceKind,
  placeKindName,
  placeKindPlural,
  type RankedEntry,
  sortedPlaces,
  unrankedText,
} from "@/domain/place-list";
import { PLACE_FLOOR } from "@/domain/wage";
import { ListSource } from "./list-source";

/** How many places a page of a career shows of each kind. */
const SHOWN = 5;

type Props = {
  kind: PlaceKind;
  /** All places that are known of the kind. */
  places: readonly PlaceEntry[];
  unit: string;
  /** Places of the reader, which come first whatever they pay. */
  own: readonly string[];
  origins: readonly FigureOrigin[];
  isAdjusted: boolean;
  /** The list of all of them. */
  href: string;
};

/** The best-paid places of a kind, after the reader's own. */
export function BestPlaces({ kind, places, unit, own, origins, isAdjusted, href }: Props) {
  const sorted = sortedPlaces(places, "pay");
  const ranked = sorted.filter(({ rank }) => rank !== null);
  const first = sorted.filter(
    ({ area, median, employment }) => own.includes(area) && (median ?? employment) !== null,
  );
  const best = ranked.filter(({ area }) => !own.includes(area)).slice(0, SHOWN);
  const many = placeKindPlural(kind);
  return (
    <div>
      {ranked.length === 0 && first.length === 0 ? (
        <p>
          No {placeKindName(kind).toLowerCase()} is ranked: none has a published{" "}
          {medianHead(unit).toLowerCase()} and {PLACE_FLOOR} jobs or more.
        </p>
      ) : (
        <table className="data places">
          <caption>
            Best-paid {many}
            <span className="src">
              By {unit.endsWith("hour") ? "hourly" : "annual"} median, {PLACE_FLOOR} jobs or more;{" "}
              {ranked.length} are ranked{isAdjusted && "; pay divided by each place’s own price level"}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{placeKindName(kind)} </th>
              <th scope="col">{medianHead(unit)} </th>
              <th scope="col">Jobs </th>
            </tr>
          </thead>
          <tbody>
            {[...first, ...best].map((place) => (
              <PlaceRow key={place.area} place={place} unit={unit} isOwn={own.includes(place.area)} />
            ))}
          </tbody>
        </table>
      )}
      {places.some(({ median, employment }) => median !== null || employment !== null) && (
        <>
          <ListSource origins={origins} note="Ranked here." />
          <p>
            <a className="inline-block min-h-6 pt-2" href={href}>
              {kind === "state" ? "All 50 states and DC, to sort" : "All metro areas with a figure, to sort"}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

export function PlaceRow({ place, unit, isOwn }: { place: RankedEntry; unit: string; isOwn: boolean }) {
  return (
    <tr className={isOwn ? "own-place" : undefined}>
      <th scope="row">
        {place.name}{" "}
        <span className="src">
          {isOwn && "Your place. "}
          {place.rank === null ? unrankedText(place) : `Number ${place.rank}`}{" "}
        </span>
      </th>
      <td>
        {place.median === null ? (
          <span className="figure-none">{medianText(place, unit)} </span>
        ) : (
          <b>{medianText(place, unit)} </b>
        )}
        {place.corrected && <span className="src">Corrected by an editor: {place.corrected} </span>}
      </td>
      <td>{jobsText(place)} </td>
    </tr>
  );
}
