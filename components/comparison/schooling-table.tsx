import { FigureOrigin, FigureValue, isOneOrigin } from "@/components/ui/figure-value";
import { count, sentenceCase } from "@/domain/amount";
import type { Figure } from "@/domain/figure";
import { rowAddress } from "@/domain/figure-trace";
import { heldEducationLevels, requiredEducationLevels } from "@/domain/measure";
import { figureOf, originOf, type Profile } from "@/domain/profile";
import { RoleCell, RoleRow, RoleTable } from "./role-table";

type Levels = readonly (readonly [key: string, name: string])[];

/** The shares of a picture of schooling with their sources: what people in each job hold, and what workers say is required, in two tables, never mixed. */
export function SchoolingTable({ roles }: { roles: Profile[] }) {
  return (
    <>
      <LevelTable
        roles={roles}
        caption="Schooling held by people in the job, 25 or older."
        prefix="education_held_"
        levels={heldEducationLevels}
      />
      <LevelTable
        roles={roles}
        caption="Schooling workers say is required."
        prefix="education_required_"
        levels={requiredEducationLevels}
      />
    </>
  );
}

type LevelTableProps = { roles: Profile[]; caption: string; prefix: string; levels: Levels };

/** From most schooling to least, the same order for all; without the levels that are 0 for every role. Nothing where no role has figures. */
function LevelTable({ roles, caption, prefix, levels }: LevelTableProps) {
  const rows = [...levels]
    .reverse()
    .map(([key, name]) => ({ key, name, figures: roles.map((role) => figureOf(role, prefix + key)) }))
    .filter(({ figures }) => figures.some((figure) => figure && figure.value !== 0));
  if (!rows.some(({ figures }) => figures.some((figure) => typeof figure?.value === "number"))) return null;
  // A source of each role, or of all where it is the same for all its levels.
  const columns = roles.map((_, i) => rows.map(({ figures }) => figures[i]));
  const together = columns.every((figures) => isOneOrigin(figures));
  return (
    <RoleTable
      roles={roles}
      caption={caption}
      head="Level"
      notes={columns.map((figures) => askedText(figures.flatMap((figure) => figure ?? [])))}
    >
      {rows.map(({ key, name, figures }) => (
        <RoleRow key={key} head={sentenceCase(name)}>
          {isOneFigure(figures, roles) ? (
            <RoleCell across={roles.length} shared>
              <Share figure={figures[0]} together={together} of={roles[0]} />
            </RoleCell>
          ) : (
            roles.map(({ role }, i) => (
              <RoleCell key={role.slug}>
                <Share figure={figures[i]} together={together} of={roles[i]} />
              </RoleCell>
            ))
          )}
        </RoleRow>
      ))}
      {together && (
        <RoleRow head="Where these are from">
          {columns.map(([figure], i) => (
            <RoleCell key={roles[i]?.role.slug}>
              {figure && (
                <FigureOrigin figure={figure} of={caption} row={rowAddress(roles.slice(i, i + 1), figure)} />
              )}
            </RoleCell>
          ))}
        </RoleRow>
      )}
    </RoleTable>
  );
}

/** How many were asked, so that a small sample shows; empty where the source does not say. */
function askedText(figures: Figure[]): string {
  const asked = figures.find(({ n }) => n !== null)?.n;
  if (asked == null) return "";
  return asked === 1 ? "1 worker asked" : `${count(asked)} workers asked`;
}

type ShareProps = { figure: Figure | undefined; together: boolean; of: Profile | undefined };

function Share({ figure, together, of }: ShareProps) {
  return figure ? (
    <FigureValue figure={figure} together={together} row={of && rowAddress([of], figure)} />
  ) : (
    "Not available"
  );
}

/** Whether several roles carry the figure of one and the same published group; the note tells parts of a group apart. */
function isOneFigure(figures: (Figure | undefined)[], roles: Profile[]): boolean {
  const [first] = figures;
  if (!first || roles.length < 2) return false;
  const origins = roles.map((role) => originOf(role, first));
  return (
    typeof first.value === "number" &&
    figures.every((figure) => figure?.value === first.value && figure.note === first.note) &&
    origins.every((origin) => origin !== undefined && origin === origins[0])
  );
}
