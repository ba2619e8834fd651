import { count, dollars, sentenceCase } from "@/domain/amount";
import type { PicturedRole } from "@/domain/pictured-role";
import {
  classWords,
  GRID_COLUMNS,
  GRID_ROWS,
  type StateMeasure,
  type StateTile,
  stateGrids,
  stateJobsFinding,
  statePayFinding,
} from "@/domain/state-grid";
import { PLACE_FLOOR, type PlacePay } from "@/domain/wage";
import { Picture, PictureTable, RoleHead, roleColumns } from "./picture";

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
  const find = measure === "annualMedian" ? statePayFinding : stateJobsFinding;
  const what = measure === "annualMedian" ? "median pay a year" : "jobs on payrolls";
  const tiles = grids.grids.flat();
  const id = measure === "annualMedian" ? "picture-state-pay" : "picture-state-jobs";
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
          grids={grids.grids}
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
                  <p className="small">No state has a published figure.</p>
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
  grids: StateTile[][];
  measure: StateMeasure;
  caption: string;
  missing: string;
};

/** By name, as a reader looks a state up. */
function StateTable({ pictured, grids, measure, caption, missing }: TableProps) {
  const say = ({ value, isUnranked }: StateTile) => {
    if (value === null) return missing;
    const amount = measure === "annualMedian" ? dollars(value) : count(value);
    return isUnranked ? `${amount}, not ranked` : amount;
  };
  const byName = (grid: StateTile[]) => grid.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const sorted = grids.map(byName);
  return (
    <PictureTable
      caption={sentenceCase(caption)}
      head="State"
      columns={roleColumns(pictured)}
      rows={(sorted[0] ?? []).map(({ code, name }, i) => ({
        key: code,
        head: name,
        cells: sorted.map((grid) => (grid[i] ? say(grid[i]) : missing)),
      }))}
    />
  );
}
