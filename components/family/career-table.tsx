// biome-ignore-all lint/a11y/noRedundantRoles: phones lay the rows out as blocks, and Safari takes what is no CSS table for no table at all unless told
import { Fragment } from "react";
import { FigureOrigin, FigureValue, usualOrigin } from "@/components/ui/figure-value";
import { sentenceCase } from "@/domain/amount";
import { type Area, areaAddress } from "@/domain/area";
import { type Career, isAscending, payOf, type SortKey, sortKeys } from "@/domain/family";
import { DEFAULT_SORT, type FamilyView, familyAddress } from "@/domain/family-view";
import type { Figure } from "@/domain/figure";
import type { RoleName } from "@/domain/profile";

type Column = {
  sort: Exclude<SortKey, "name">;
  head: string;
  isNational: boolean;
  of(career: Career): Figure | undefined;
};

const columns: readonly Column[] = [
  { sort: "pay", head: "Median pay a year", isNational: false, of: payOf },
  {
    sort: "growth",
    head: "Change in jobs, 2024–34",
    isNational: true,
    of: ({ figures }) => figures.projected_change_percent,
  },
  {
    sort: "openings",
    head: "Openings a year",
    isNational: true,
    of: ({ figures }) => figures.openings_per_year,
  },
  {
    sort: "schooling",
    head: "School needed to start",
    isNational: true,
    of: ({ figures }) => figures.entry_education,
  },
  {
    sort: "no-degree",
    head: "Hold no bachelor’s degree",
    isNational: true,
    of: ({ figures }) => figures.no_degree_share,
  },
];

const headOf = (sort: SortKey) => columns.find((column) => column.sort === sort)?.head ?? "Career";

type Props = {
  /** In the order to show. */
  careers: readonly Career[];
  caption: string;
  area: Area;
  view: FamilyView;
};

/** Careers with the numbers that people choose by. Each head sorts by its column, and once more the other way round. */
export function CareerTable({ careers, caption, area, view }: Props) {
  const shown = columns.map((column) => ({
    ...column,
    origin: usualOrigin(careers.flatMap((career) => column.of(career) ?? [])),
  }));
  const isLocal = area.kind !== "nation";
  const addressOf = (slug: string) => areaAddress(`/careers/${slug}`, {}, area, view.isReal);
  return (
    <>
      <SortLinks view={view} />
      <table role="table" className="data stack careers">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {sortKeys.map((sort) => (
              <th role="columnheader" scope="col" key={sort} aria-sort={ariaSort(sort, view)}>
                <a href={sortAddress(sort, view)}>{headOf(sort)}</a>
                {isLocal && sort !== "name" && (
                  <span className="src">{sort === "pay" ? area.name : "United States"}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {careers.map((career) => (
            <tr role="row" key={career.role.slug}>
              <th role="rowheader" scope="row">
                <a href={addressOf(career.role.slug)}>{sentenceCase(career.role.plural)}</a>
                <Besides career={career} addressOf={addressOf} />
              </th>
              {shown.map(({ sort, head, of, origin }) => {
                const figure = of(career);
                return (
                  <td role="cell" key={sort} data-name={head}>
                    {figure && (
                      <FigureValue
                        figure={figure}
                        area={area}
                        aside={asideOf(figure)}
                        together={!origin.isAway(figure)}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr role="row" className="origins">
            <th role="rowheader" scope="row">
              Where these are from
            </th>
            {shown.map(({ sort, head, origin }) => (
              <td role="cell" key={sort} data-name={head}>
                {origin.figure && <FigureOrigin figure={origin.figure} area={area} of={head} />}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** Pay by the hour in a column of pay by the year says so. */
const asideOf = (figure: Figure) =>
  figure.measure === "hourly_wage_median" ? "an hour; no pay by the year is published" : undefined;

/** The groups that are counted together in a line, and the job titles that are counted there. */
function Besides({
  career: { members, titles },
  addressOf,
}: {
  career: Career;
  addressOf(slug: string): string;
}) {
  const links = (roles: readonly RoleName[]) =>
    roles.map(({ slug, plural }, i) => (
      <Fragment key={slug}>
        {i > 0 && ", "}
        <a href={addressOf(slug)}>{plural}</a>
      </Fragment>
    ));
  return (
    <>
      {members.length > 0 && <span className="src">Counted together: {links(members)}</span>}
      {titles.length > 0 && <span className="src">Counted here too: {links(titles)}</span>}
    </>
  );
}

/** Where there is no room for the heads, the same orders as a list. */
function SortLinks({ view }: { view: FamilyView }) {
  const current = view.sort ?? DEFAULT_SORT;
  return (
    <nav className="sort-links on-screen" aria-label="Order">
      <p>
        Sorted by {headOf(current).toLowerCase()},{" "}
        {isAscending(current, view.isReversed) ? "from low to high" : "from high to low"}. Sort by:
      </p>
      <ul>
        {sortKeys.map((sort) => (
          <li key={sort}>
            <a href={sortAddress(sort, view)}>
              {sort === current ? `${headOf(sort)}, the other way round` : headOf(sort)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same list by this column; the other way round where it is sorted by it already. */
function sortAddress(sort: SortKey, view: FamilyView): string {
  const isReversed = (view.sort ?? DEFAULT_SORT) === sort && !view.isReversed;
  return familyAddress({ ...view, sort, isReversed, page: 1 });
}

function ariaSort(sort: SortKey, { sort: current, isReversed }: FamilyView) {
  if (sort !== (current ?? DEFAULT_SORT)) return undefined;
  return isAscending(sort, isReversed) ? "ascending" : "descending";
}
