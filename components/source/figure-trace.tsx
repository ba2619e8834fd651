import { Moment } from "@/components/moderation/moment";
import { FigureValue } from "@/components/ui/figure-value";
import { Section } from "@/components/ui/section";
import { TitleSource } from "@/components/ui/title-source";
import { count, sentenceCase } from "@/domain/amount";
import { type Area, NATION } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { noFigureText, type TracedCorrection, tracedLabel } from "@/domain/figure-trace";
import { measureOf } from "@/domain/measure";
import type { RoleName } from "@/domain/profile";
import { RatingRows } from "./rating-rows";
import { RawRow } from "./raw-row";

type Trace = {
  role: RoleName;
  figure: Figure | undefined;
  titleFigures: readonly Figure[];
  counted: readonly string[];
  formula: string | undefined;
  adjustment: string | undefined;
  error: string | undefined;
  inputs: readonly { text: string; address: string }[];
  ranking: readonly { name: string; address?: string; value: string; employment: number }[];
  corrections: readonly TracedCorrection[];
  rows: readonly (Parameters<typeof RawRow>[0]["row"] & { release: number })[];
  ratings: (Omit<Parameters<typeof RatingRows>[0], "label"> & { note: string }) | undefined;
};

type Props = { trace: Trace; measure: string; area: Area; editions: ReadonlyMap<number, string> };

/** One role's figure, how it is made, and the rows that it is read from. */
export function FigureTrace({ trace, measure, area, editions }: Props) {
  const { role, figure, ratings, rows } = trace;
  return (
    <Section id={`of-${role.slug}`} title={sentenceCase(role.singular)} note={figure && unitNote(figure)}>
      {ratings ? (
        <p>
          {ratings.shown.length > 0
            ? `${ratings.note}. ${made(ratings.note)}`
            : "O*NET has no ratings for this occupation."}
        </p>
      ) : figure ? (
        <p>
          <FigureValue figure={figure} area={area} />
        </p>
      ) : (
        <p>{noFigureText(measure)}</p>
      )}
      <Making trace={trace} />
      {trace.titleFigures.map((titled) => (
        <p key={`${titled.source.name} ${titled.source.release}`}>
          <TitleSource figure={titled} />: <FigureValue figure={titled} area={area} />
        </p>
      ))}
      <Corrections corrections={trace.corrections} area={area} />
      <Ranking ranking={trace.ranking} measure={measure} />
      {ratings && ratings.shown.length > 0 && (
        <RatingRows label={tracedLabel(measure)} shown={ratings.shown} rows={ratings.rows} />
      )}
      {rows.map((row) => (
        <RawRow key={`${row.release} ${row.of}`} row={row} edition={editions.get(row.release) ?? ""} />
      ))}
    </Section>
  );
}

/** The unit of an amount; a text has none that says anything. */
const unitNote = ({ unit, value }: Figure): string | undefined =>
  typeof value === "string" ? undefined : unit;

const made = (note: string) =>
  note.startsWith("Mean")
    ? "Each rating is their mean, every profile counting the same; a level is given only where all of them have one."
    : "Each rating is that of the profile, as stored.";

function Making({ trace: { counted, formula, adjustment, error, inputs } }: { trace: Trace }) {
  const sentences = [...counted, formula, adjustment, error].flatMap((sentence) => sentence ?? []);
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {inputs.length > 0 && (
        <>
          <p>It is made from these figures. Each leads to its own row:</p>
          <ul className="plain-list">
            {inputs.map(({ text, address }) => (
              <li key={address}>
                <a href={address}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Corrections({ corrections, area: shown }: Pick<Trace, "corrections"> & { area: Area }) {
  const nameOf = (code: string) => [shown, NATION].find((area) => area.code === code)?.name ?? code;
  return corrections.map(({ measure, area, text, source, sourceUrl, vintage, reason, at }) => (
    <p className="notice" key={`${measure} ${area} ${source}`}>
      An editor corrected “{measureOf(measure).label}” in {nameOf(area)} to <b>{text}</b>. Source:{" "}
      {sourceUrl === "" ? source : <a href={sourceUrl}>{source}</a>}, {vintage}. Reason: {reason} Corrected{" "}
      <Moment at={at} />. The row below is as imported.
    </p>
  ));
}

function Ranking({ ranking, measure }: Pick<Trace, "ranking"> & { measure: string }) {
  if (ranking.length === 0) return null;
  const kind = measure === "best_paying_industry" ? "Sector" : "Place";
  return (
    <table className="data stack">
      <caption>What it was chosen among: {count(ranking.length)}, best paid first</caption>
      <thead>
        <tr>
          <th scope="col">{kind} </th>
          <th scope="col">Median pay a year </th>
          <th scope="col">Jobs </th>
        </tr>
      </thead>
      <tbody>
        {ranking.map(({ name, address, value, employment }) => (
          <tr key={name}>
            <th scope="row">{address ? <a href={address}>{name}</a> : name} </th>
            <td data-name="Median pay a year">{value} </td>
            <td data-name="Jobs">{count(employment)} </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
