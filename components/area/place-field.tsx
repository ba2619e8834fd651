import { Field } from "@/components/ui/field";
import type { PlacePick } from "@/domain/place-pick";

type Props = {
  pick: PlacePick;
  label: string;
  hint: string;
  /** Where another field of the page has the id. */
  id?: string;
};

/** A place in a form of several fields, and a choice of places where its text is not one. A choice made stays with the form. */
export function PlaceField({ pick: { text, near, error, area }, label, hint, id = "place" }: Props) {
  const isChosen = text !== "" && area !== undefined;
  return (
    <div className="pick">
      <Field
        id={id}
        name="place"
        label={label}
        hint={hint}
        defaultValue={text}
        suggest="areas"
        error={error}
      />
      {near.length > 0 && (
        <fieldset className="near">
          <legend>Which place did you mean?</legend>
          {near.map(({ area: { code, name }, why }, i) => (
            <label key={code}>
              <input id={`${id}-${i}`} type="radio" name="place-is" value={code} />{" "}
              <span>
                {name} <span className="src">{why}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {isChosen && <input type="hidden" name="place-is" value={area.code} />}
      {(isChosen || near.length > 0) && <input type="hidden" name="place-of" value={text} />}
    </div>
  );
}
