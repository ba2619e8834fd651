import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { sentenceCase } from "@/domain/amount";
import type { Place } from "@/domain/pair";
import type { Pick } from "@/domain/picker";

const labels: Record<Place, string> = {
  a: "First career",
  b: "Second career",
  c: "Third career",
  d: "Fourth career",
};

type Props = {
  picks: Pick[];
  options: Readonly<Record<string, string>>;
  /** What to say at the place that is to be filled. */
  hints: Partial<Record<Place, string>>;
};

/** Two to four careers by title, and a choice of near names where a title is none. A third and a fourth wait folded. */
export function Picker({ picks, options, hints }: Props) {
  const [first, second, ...more] = picks.map((pick) => (
    <PickField
      key={pick.place}
      pick={pick}
      name={pick.place}
      label={labels[pick.place]}
      hint={hints[pick.place] ?? (pick.place === "a" ? "A job title, such as registered nurse" : undefined)}
    />
  ));
  const isMore = picks.slice(2).some(({ text, place }) => text !== "" || hints[place]);
  return (
    <form className="form" method="get" action="/compare">
      {first}
      {second}
      <details className="more" open={isMore}>
        <summary>Add a third or a fourth career</summary>
        {more}
      </details>
      {Object.entries(options).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button>Compare</Button>
    </form>
  );
}

type FieldProps = {
  pick: Pick;
  /** Of the field, in the address. */
  name: string;
  label: string;
  hint?: string;
};

/** A career by title, and a choice of near names where the title is none. */
export function PickField({ pick: { text, near, error }, name, label, hint }: FieldProps) {
  return (
    <div className="pick">
      <Field
        id={name}
        name={name}
        label={label}
        hint={hint}
        defaultValue={text}
        suggest="titles"
        error={error}
      />
      {near.length > 0 && (
        <fieldset className="near">
          <legend>Which did you mean?</legend>
          {near.map(({ slug, singular }, i) => (
            <label key={slug}>
              <input id={`${name}-${i}`} type="radio" name={`${name}-is`} value={slug} />{" "}
              {sentenceCase(singular)}
            </label>
          ))}
          <input type="hidden" name={`${name}-of`} value={text} />
        </fieldset>
      )}
    </div>
  );
}
