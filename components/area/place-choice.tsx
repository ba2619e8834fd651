import type { Area } from "@/domain/area";
import type { FoundArea } from "@/domain/area-search";

type Props = {
  /** What the links are, as a question. */
  title: string;
  found: readonly FoundArea[];
  addressOf: (area: Area) => string;
};

/** Areas to choose from, each with what it has to do with the text that was typed. */
export function PlaceChoice({ title, found, addressOf }: Props) {
  return (
    <div>
      <p id="place-choice" className="font-bold">
        {title}
      </p>
      <ul className="plain-list" aria-labelledby="place-choice">
        {found.map(({ area, why }) => (
          <li key={area.code}>
            <a href={addressOf(area)}>{area.name}</a> <span className="src">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
