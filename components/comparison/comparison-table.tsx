import { FigureOrigin, FigureValue, isOneOrigin } from "@/components/ui/figure-value";
import { LETTERS } from "@/components/ui/mark";
import { TitleSource } from "@/components/ui/title-source";
import { sentenceCase } from "@/domain/amount";
import { type Comparison, type Row, type RowRelation, rowFor } from "@/domain/comparison";
import { type Figure, hasValue } from "@/domain/figure";
import { figureMark, isNationalBeside } from "@/domain/figure-mark";
import { rowAddress } from "@/domain/figure-trace";
import { type MeasureKey, measureOf } from "@/domain/measure";
import { rowNote } from "@/domain/prose";
import { RoleCell, RoleRow, RoleTable } from "./role-table";

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
  if (rows.length === 0) return <p>No row of this part differs.</p>;
  return (
    <RoleTable roles={comparison.roles} caption={sentenceCase(caption)} captionHidden head="Measure">
      {rows.flatMap((row) => [
        <OfficialRow key={row.measure} row={row} comparison={comparison} />,
        ...titleSources(row).map((figure) => (
          <TitleRow
            key={`${row.measure} ${sourceKey(figure)}`}
            row={row}
            of={figure}
            comparison={comparison}
          />
        )),
      ])}
    </RoleTable>
  );
}

function OfficialRow({ row, comparison }: { row: Row; comparison: Comparison }) {
  const { area, adjusted, roles } = comparison;
  // Of one role, or of all where the row has one source for all.
  const rowOf = (figure: Figure, role?: number) =>
    rowAddress(role === undefined ? roles : roles.slice(role, role + 1), figure, adjusted);
  const { label, gloss } = measureOf(row.measure);
  const [first] = row.cells;
  const figures = row.cells.map(({ figure }) => figure);
  const mark = figureMark(row.measure, figures, area, adjusted ?? false);
  const head = (
    <>
      {label} <span className="src">{gloss} </span>
      {mark && <span className="tag">{mark} </span>}
    </>
  );
  const count = row.cells.length;
  if (
    first &&
    hasValue(first.figure) &&
    row.relations.every(({ relation }) => relation === "identical_inherited")
  )
    return (
      <RoleRow head={head}>
        <RoleCell across={count} shared>
          <FigureValue
            figure={first.figure}
            area={area}
            aside={count === 2 ? "one figure for both" : "one figure for all"}
            row={rowOf(first.figure, 0)}
          />
        </RoleCell>
      </RoleRow>
    );
  if (first && row.cells.every(({ figure }) => sameReason(figure, first.figure)))
    return (
      <RoleRow head={head}>
        <RoleCell across={count}>
          <FigureValue figure={first.figure} area={area} row={rowOf(first.figure)} />
        </RoleCell>
      </RoleRow>
    );
  const together = isOneOrigin(figures);
  return (
    <RoleRow head={head}>
      {row.cells.map(({ figure }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the roles and never move
        <RoleCell key={i}>
          <FigureValue figure={figure} area={area} together={together} row={rowOf(figure, i)} />{" "}
          <Relation row={row} relations={row.relations} index={i} coloured />
          {together && i === 0 && (
            <FigureOrigin
              figure={figure}
              area={area}
              of={label}
              word={count === 2 ? "Source of both" : "Source of all"}
              row={rowOf(figure)}
            />
          )}
        </RoleCell>
      ))}
    </RoleRow>
  );
}

/** Whether two figures are missing alike, so that the words need to stand once only. */
const sameReason = (a: Figure, b: Figure) =>
  !hasValue(a) &&
  !hasValue(b) &&
  a.nullReason === b.nullReason &&
  a.source.id === b.source.id &&
  a.vintage === b.vintage &&
  a.note === b.note;

type RelationProps = { row: Row; relations: RowRelation[]; index: number; coloured?: boolean };

/** The words of the relation, under the figure they are said of: the higher one, or the second where none is. With more than two roles they name the other. */
function Relation({ row, relations, index, coloured = false }: RelationProps) {
  const notes = relations.flatMap((relation, i) => {
    const { relation: kind } = relation;
    const [owner, other] = kind === "a_higher" ? [0, i + 1] : [i + 1, 0];
    const note = rowNote(row, relation);
    if (owner !== index || note === "") return [];
    const higher = kind.endsWith("_higher");
    const base = relations.length > 1 ? ` ${higher ? "than" : "as"} ${LETTERS[other]}` : "";
    return [{ note: note + base, coloured: coloured && higher }];
  });
  return notes.map(({ note, coloured }) => (
    <span key={note} className={coloured ? `note font-bold name-${index}` : "note small"}>
      {note}{" "}
    </span>
  ));
}

/** One title-level figure of each source in a row, in the order they come. */
const titleSources = (row: Row): Figure[] => [
  ...new Map(row.cells.flatMap(({ also }) => also).map((figure) => [sourceKey(figure), figure])).values(),
];

/** Editors add figures from sources of many names and years, all under one id: the head of a row names one of them. */
const sourceKey = ({ source: { id, name, release } }: Figure) => `${id} ${name} ${release}`;

/** What one source says of the titles, and how its figures relate to each other. */
function TitleRow({ row, of, comparison }: { row: Row; of: Figure; comparison: Comparison }) {
  const { area } = comparison;
  const figures = row.cells.map(({ also }) => also.find((figure) => sourceKey(figure) === sourceKey(of)));
  // The first of them leads to the rows of all.
  const named = figures.findIndex((figure) => figure !== undefined);
  return (
    <RoleRow
      head={
        <>
          <TitleSource figure={of} />{" "}
          {isNationalBeside(area, figures) && <span className="tag">United States </span>}
        </>
      }
      also
    >
      {figures.map((figure, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the roles and never move
        <RoleCell key={i}>
          {figure ? (
            <FigureValue
              figure={figure}
              row={i === named ? rowAddress(comparison.roles, figure) : undefined}
            />
          ) : (
            "Not given"
          )}{" "}
          <Relation row={row} relations={titleRelations(row, figures)} index={i} />
        </RoleCell>
      ))}
    </RoleRow>
  );
}

/** The row's relations among title-level figures, as far as they are of these figures and of the row's unit, in which they are put into words. */
function titleRelations(row: Row, figures: (Figure | undefined)[]): RowRelation[] {
  const isSpokenOf = (i: number) =>
    figures[i] !== undefined &&
    figures[i] === row.cells[i]?.also[0] &&
    figures[i].unit === row.cells[0]?.figure.unit;
  return row.alsoRelations.map((relation, i) =>
    isSpokenOf(0) && isSpokenOf(i + 1) ? relation : { relation: "both_missing" },
  );
}
