import { FigureValue } from "@/components/ui/figure-value";
import { Mark } from "@/components/ui/mark";
import { sentenceCase } from "@/domain/amount";
import { type Comparison, type Row, rowFor } from "@/domain/comparison";
import { hasValue } from "@/domain/figure";
import { type MeasureKey, measureOf } from "@/domain/measure";
import { rowNote } from "@/domain/prose";

/** Rows of a comparison as one table. The official figure is the cell; what a page says of the title stands under it. */
export function ComparisonTable({
  comparison,
  measures,
  caption,
}: {
  comparison: Comparison;
  measures: MeasureKey[];
  caption: string;
}) {
  const rows = measures.flatMap((measure) => rowFor(comparison, measure) ?? []);
  const table = (
    <table className="cmp">
      <caption>{sentenceCase(caption)}</caption>
      <thead>
        <tr>
          <th scope="col">Measure </th>
          {comparison.roles.map(({ role }, i) => (
            <th scope="col" key={role.slug}>
              <Mark index={i} /> {sentenceCase(role.singular)}{" "}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) => [
          <OfficialRow key={row.measure} row={row} />,
          row.alsoRelations.length > 0 && <TitleRow key={`${row.measure} by title`} row={row} />,
        ])}
      </tbody>
    </table>
  );
  if (comparison.roles.length === 2) return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="cmp-wide" aria-label={`${sentenceCase(caption)}, table`} tabIndex={0}>
      {table}
    </section>
  );
}

function OfficialRow({ row }: { row: Row }) {
  const { label, gloss } = measureOf(row.measure);
  const [first] = row.cells;
  const oneForAll =
    first &&
    hasValue(first.figure) &&
    row.relations.every(({ relation }) => relation === "identical_inherited");
  return (
    <tr>
      <th scope="row">
        {label} <span className="src">{gloss} </span>
      </th>
      {oneForAll ? (
        <td className={`both last-${row.cells.length - 1}`} colSpan={row.cells.length}>
          <FigureValue
            figure={first.figure}
            aside={row.cells.length === 2 ? "one figure for both" : "one figure for all"}
          />
        </td>
      ) : (
        row.cells.map((cell, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the roles and never move
          <td key={i}>
            <FigureValue figure={cell.figure} /> <Relation row={row} index={i} />
          </td>
        ))
      )}
    </tr>
  );
}

/** The words of the relation, under the figure they are said of: the higher one, or the second where none is. */
function Relation({ row, index }: { row: Row; index: number }) {
  const notes = row.relations.flatMap((relation, i) => {
    const owner = relation.relation === "a_higher" ? 0 : i + 1;
    const note = rowNote(row, relation);
    return owner === index && note !== "" ? [{ note, coloured: relation.relation.endsWith("_higher") }] : [];
  });
  return notes.map(({ note, coloured }) => (
    <span key={note} className={coloured ? `block text-s font-bold name-${index}` : "small block"}>
      {note}{" "}
    </span>
  ));
}

function TitleRow({ row }: { row: Row }) {
  return (
    <tr className="also">
      <th scope="row">
        By title, seed page <span className="src">modelled, undated </span>
      </th>
      {row.cells.map((cell, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the roles and never move
        <td key={i}>
          {cell.also.length > 0
            ? cell.also.map((figure) => <FigureValue key={figure.source.id} figure={figure} />)
            : "Not given "}
        </td>
      ))}
    </tr>
  );
}
