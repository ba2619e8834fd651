// biome-ignore-all lint/a11y/noRedundantRoles: phones lay the rows out as grids, and Safari takes what is no CSS table for no table at all unless told
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { sentenceCase } from "@/domain/amount";
import type { Profile } from "@/domain/profile";

type Props = {
  roles: Profile[];
  caption: string;
  /** Where a heading on the page says the same. */
  captionHidden?: boolean;
  /** What the first column holds. */
  head: string;
  /** A word under each role's name. */
  notes?: string[];
  children: ReactNode;
};

/** A table with one column a role, whose names stay in view; in little room two of them stand under each row's head, of more than two those that the chooser names. */
export function RoleTable({ roles, caption, captionHidden = false, head, notes = [], children }: Props) {
  return (
    <table role="table" className={roles.length > 2 ? "cmp many" : "cmp"}>
      <caption className={captionHidden ? "vh" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {head}{" "}
          </th>
          {roles.map(({ role }, i) => (
            <th role="columnheader" scope="col" key={role.slug}>
              <span className="cmp-name">
                {roles.length > 1 && <Mark index={i} />} {sentenceCase(role.singular)}{" "}
              </span>
              {notes[i] && <span className="src">{notes[i]} </span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

/** One row: what it is about, then its cells. `also` sets what is not official apart. */
export function RoleRow({
  head,
  also = false,
  children,
}: {
  head: ReactNode;
  also?: boolean;
  children: ReactNode;
}) {
  return (
    <tr role="row" className={also ? "also" : undefined}>
      <th role="rowheader" scope="row">
        {head}{" "}
      </th>
      {children}
    </tr>
  );
}

/** A cell of one role; across all of them where one thing is said of all. `shared` is one figure that belongs to all, with the colours of the first and the last role at its ends. */
export function RoleCell({
  across,
  shared = false,
  children,
}: {
  across?: number;
  shared?: boolean;
  children: ReactNode;
}) {
  return (
    <td role="cell" colSpan={across} className={shared && across ? `both last-${across - 1}` : undefined}>
      {children}{" "}
    </td>
  );
}
