import type { ScaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { LETTERS, Mark } from "@/components/ui/mark";
import type { PicturedRole } from "@/domain/pictured-role";

type Props = {
  /** Of the heading; unique on the page. */
  id: string;
  /** The title: what the picture shows, and no more. */
  finding: string;
  /** How to read it, in a sentence or two. */
  how: ReactNode;
  /** Of the table, for those who hear its button alone: "pay by state". */
  name: string;
  table: ReactNode;
  children: ReactNode;
};

/** A picture with its finding as the title, how to read it, and the same numbers as a table. */
export function Picture({ id, finding, how, name, table, children }: Props) {
  return (
    <figure className="picture">
      <figcaption>
        <h3 id={id}>{finding}</h3>
        <p className="small" id={`${id}-how`}>
          {how}
        </p>
      </figcaption>
      {children}
      <details>
        <summary>
          The picture as a table<span className="vh">: {name}</span>
        </summary>
        {table}
      </details>
    </figure>
  );
}

/** The name of a career with its mark; the group of several has none, nor has one that stands alone. */
export function RoleHead({ role: { tone, label, isAlone } }: { role: PicturedRole }) {
  return (
    <>
      {tone !== "n" && !isAlone && <Mark index={tone} />} {label}
    </>
  );
}

/** Which mark is which career. Nothing where there is one alone. */
export function RoleKey({ roles }: { roles: readonly PicturedRole[] }) {
  if (roles.some(({ isAlone }) => isAlone)) return null;
  return (
    <ul className="role-key">
      {roles.map((role) => (
        <li key={role.profile.role.slug}>
          <RoleHead role={role} />
        </li>
      ))}
    </ul>
  );
}

/** The letter of a career beside its line; empty for a group, and for one that stands alone. */
export const letterOf = ({ tone, isAlone }: PicturedRole) =>
  tone === "n" || isAlone ? "" : (LETTERS[tone] ?? "");

/** What a line is called beside it: its letter, the group of both, nothing where one stands alone. */
export const nameBeside = (role: PicturedRole) => letterOf(role) || (role.isAlone ? "" : "both");

type Row = { key: string; head: string; cells: readonly string[] };

/** The numbers of a picture, a column a career. */
export function PictureTable({
  caption,
  head,
  columns,
  rows,
  sortable = false,
}: {
  caption: string;
  head: string;
  columns: readonly ReactNode[];
  rows: readonly Row[];
  /** Whether another order is of use. */
  sortable?: boolean;
}) {
  const table = (
    <table className="data">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head} </th>
          {columns.map((column, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in the order of the roles and never move
            <th scope="col" key={i}>
              {column}{" "}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.head} </th>
            {row.cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns and never move
              <td key={i}>{cell} </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return sortable ? <sort-table>{table}</sort-table> : table;
}

/** The heads of a table's columns: names in full for two, marks alone where there are more. */
export function roleColumns(roles: readonly PicturedRole[]): ReactNode[] {
  return roles.map((role) =>
    roles.length <= 2 ? (
      <RoleHead key={role.label} role={role} />
    ) : (
      <span key={role.label}>
        {role.tone !== "n" && <Mark index={role.tone} />}
        <span className="vh"> {role.label}</span>
      </span>
    ),
  );
}

/** A height in a picture, which grows with the reader's text, as its labels do. */
export const rem = (pixels: number) => `${Math.round((pixels / 16) * 100) / 100}rem`;

/** A place across a picture in percent, as fine as a wide screen can show. */
export const round = (place: number) => Math.round(place * 10) / 10;

/** Labels near an edge grow inwards. */
export function anchorAt(place: number, margin: number): "middle" | "end" | undefined {
  if (place < margin) return undefined;
  return place > 100 - margin ? "end" : "middle";
}

/** The lines of a scale from the left edge to the right, each under its amount. */
export function ScaleLines({
  scale,
  text,
}: {
  scale: ScaleLinear<number, number>;
  text(amount: number): string;
}) {
  return scale.ticks(4).map((tick) => (
    <g key={tick}>
      <line className="grid-line" x1="0" x2="100%" y1={rem(scale(tick))} y2={rem(scale(tick))} />
      <text className="quiet halo" x="0" y={rem(scale(tick) - 4)}>
        {text(tick)}
      </text>
    </g>
  ));
}
