import { count, dollars, dollarsAndCents, sentenceCase } from "@/domain/amount";
import type { PicturedRole } from "@/domain/pictured-role";
import {
  classWords,
  GRID_COLUMNS,
  GRID_ROWS,
  isHourlyAlone,
  type StateMeasure,
  type StateTile,
  stateGrids,
  stateJobsFinding,
  statePayFinding,
} from "@/domain/state-grid";
import { PLACE_FLOOR, type PlacePay } from "@/domain/wage";
import { Picture, PictureTable, RoleHead, roleColumns } from "./picture";

const wordsOf: Record<StateMeasure, string> = {
  annualMedian: "median pay a year",
  hourlyMedian: "median pay an hour",
  employment: "jobs on payrolls",
};

/** In px at 320 px of screen: from tile to tile, and one tile. */
const PITCH = 26;
const TILE = 24;

type Props = {
  /** Places in the order of the roles; those outside the 50 states and DC are left out. */
  roles: readonly { role: PicturedRole; places: readonly PlacePay[] }[];
  measure: StateMeasure;
  /** What the numbers are of: "OEWS, May 2025". */
  origin: string;
  /** Why a state may be missing, for the table and the key. */
  missing: string;
};

/** The 50 states and DC as equal squares, a grid a role, all on one scale. */
export function StateGrid({ roles, measure, origin, missing }: Props) {
  const grids = stateGrids(
    roles.map(({ places }) => places),
    measure,
  );
  const pictured = roles.map(({ role }) => role);
  const named = roles.map(({ role, places }) => ({ plural: role.profile.role.plural, places }));
  const isOfPay = measure !== "employment";
  const find = isOfPay ? statePayFinding : stateJobsFinding;
  const what = wordsOf[measure];
  const drawn = grids.grids.filter((grid) => grid.some(({ value }) => value !== null));
  const tiles = drawn.flat();
  const id = isOfPay ? "picture-state-pay" : "picture-state-jobs";
  return (
    <Picture
      id={id}
      finding={find(named)}
      how={
        <>
          Each square is a state or DC, about where it lies: {what}, {origin}.
          {roles.length > 1 && " All maps have one scale."}
          {tiles.some(({ isUnranked }) => isUnranked) &&
            ` An asterisk: fewer than ${PLACE_FLOOR} jobs, or none counted, so the state is not ranked.`}
        </>
      }
      name={`${what} by state`}
      table={
        <StateTable
          pictured={pictured}
          columns={grids.grids.map((grid, i) => {
            const places = roles[i]?.places ?? [];
            // Words have room for another unit than that of the scale.
            if (measure !== "annualMedian" || !isHourlyAlone(places)) return { grid, measure };
            const [hourly = grid] = stateGrids([places], "hourlyMedian").grids;
            return { grid: hourly, measure: "hourlyMedian" };
          })}
          measure={measure}
          caption={`${what}, ${origin}`}
          missing={missing}
        />
      }
    >
      <ul className="tile-key">
        {classWords(grids).map((words, step) => (
          <li key={words}>
            <Swatch className={`k${step}`} /> {words}
          </li>
        ))}
        {tiles.some(({ value }) => value === null) && (
          <li>
            <Swatch className="kn" /> {missing}
          </li>
        )}
      </ul>
      <div className="tile-grids">
        {grids.grids.map((grid, i) => {
          const role = pictured[i];
          return (
            role && (
              <div key={role.profile.role.slug}>
                <h4 id={`${id}-${role.tone}`}>
                  <RoleHead role={role} />
                </h4>
                {grid.every(({ value }) => value === null) ? (
                  <p className="small">
                    {measure === "annualMedian" && isHourlyAlone(roles[i]?.places ?? [])
                      ? "Pay of this work is published by the hour alone, so it has no place on a scale of pay a year."
                      : "No state has a published figure."}
                  </p>
                ) : (
                  <svg
                    className="tile-grid"
                    viewBox={`0 0 ${GRID_COLUMNS * PITCH} ${GRID_ROWS * PITCH}`}
                    role="img"
                    aria-labelledby={`${id}-${role.tone} ${id}`}
                    aria-describedby={`${id}-how`}
                  >
                    <title>Map of states</title>
                    <Tiles grid={grid} />
                  </svg>
                )}
              </div>
            )
          );
        })}
      </div>
    </Picture>
  );
}

/** Squares of one class as one path, and their letters as one text of single places: a tenth of the size. */
function Tiles({ grid }: { grid: StateTile[] }) {
  const steps = [...new Set(grid.map(({ step }) => step))].sort();
  return steps.map((step) => {
    const tiles = grid.filter((tile) => tile.step === step);
    const squares = tiles.map(
      ({ row, column }) => `M${column * PITCH + 1} ${row * PITCH + 1}h${TILE}v${TILE}h-${TILE}z`,
    );
    return (
      <g key={step} className={step === null ? "kn" : `k${step}`}>
        <path d={squares.join("")} fill={step === null ? NO_FIGURE : undefined} />
        <Letters tiles={tiles} />
      </g>
    );
  });
}

/** Widths of a letter and of an asterisk in a tile, about. */
const LETTER = 8;

function Letters({ tiles }: { tiles: StateTile[] }) {
  const letters = tiles.flatMap(({ postal, row, column, isUnranked }) => {
    const text = postal + (isUnranked ? "*" : "");
    const first = column * PITCH + 13 - ((text.length - 1) * LETTER) / 2;
    return [...text].map((letter, i) => ({ letter, x: first + i * LETTER, y: row * PITCH + 17 }));
  });
  return (
    <text x={letters.map(({ x }) => x).join(" ")} y={letters.map(({ y }) => y).join(" ")}>
      {letters.map(({ letter }) => letter).join("")}
    </text>
  );
}

const NO_FIGURE = "url(#no-figure)";

function Swatch({ className }: { className: string }) {
  return (
    <svg className={`swatch ${className}`} aria-hidden="true">
      <path d="M0 0h16v16H0z" fill={className === "kn" ? NO_FIGURE : undefined} />
    </svg>
  );
}

type TableProps = {
  pictured: PicturedRole[];
  /** Of each role its tiles, and what they are of. */
  columns: { grid: StateTile[]; measure: StateMeasure }[];
  /** What the picture is of. */
  measure: StateMeasure;
  caption: string;
  missing: string;
};

const amountOf: Record<StateMeasure, (value: number) => string> = {
  annualMedian: dollars,
  hourlyMedian: dollarsAndCents,
  employment: count,
};

/** By name, as a reader looks a state up. */
function StateTable({ pictured, columns, measure, caption, missing }: TableProps) {
  const say = ({ value, isUnranked }: StateTile, of: StateMeasure) => {
    if (value === null) return missing;
    const amount = `${amountOf[of](value)}${of === measure ? "" : " an hour"}`;
    return isUnranked ? `${amount}, not ranked` : amount;
  };
  const byName = (grid: StateTile[]) => grid.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const sorted = columns.map(({ grid, measure: of }) => byName(grid).map((tile) => ({ tile, of })));
  return (
    <PictureTable
      caption={sentenceCase(caption)}
      head="State"
      sortable
      columns={roleColumns(pictured)}
      rows={(sorted[0] ?? []).map(({ tile: { code, name } }, i) => ({
        key: code,
        head: name,
        cells: sorted.map((column) => (column[i] ? say(column[i].tile, column[i].of) : missing)),
      }))}
    />
  );
}
