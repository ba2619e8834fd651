// biome-ignore-all lint/a11y/noRedundantRoles: phones lay the rows out as blocks, and Safari takes what is no CSS table for no table at all unless told
import { Fragment } from "react";
import { FigureOrigin, FigureValue, usualOrigin } from "@/components/ui/figure-value";
import { sentenceCase } from "@/domain/amount";
import { type Area, areaAddress, NATION } from "@/domain/area";
import { type Career, isAscending, payOf, type SortKey } from "@/domain/family";
import { DEFAULT_SORT, type FamilyView, familyAddress } from "@/domain/family-view";
import type { Figure } from "@/domain/figure";
import type { RoleName } from "@/domain/profile";

type Column = {
  sort: SortKey;
  head: string;
  /** Inside a list of orders. */
  short: string;
  of(career: Career): Figure | undefined;
};

const name: Column = { sort: "name", head: "Career", short: "name", of: () => undefined };
const columns: readonly Column[] = [
  { sort: "pay", head: "Median pay a year", short: "pay", of: payOf },
  {
    sort: "growth",
    head: "Change in jobs, 2024–34",
    short: "growth",
    of: ({ figures }) => figures.projected_change_percent,
  },
  {
    sort: "openings",
    head: "Openings a year",
    short: "openings",
    of: ({ figures }) => figures.openings_per_year,
  },
  {
    sort: "schooling",
    head: "School needed to start",
    short: "schooling needed",
    of: ({ figures }) => figures.entry_education,
  },
  {
    sort: "no-degree",
    head: "Hold no bachelor’s degree",
    short: "no degree held",
    of: ({ figures }) => figures.no_degree_share,
  },
];

type Props = {
  /** In the order to show. */
  careers: readonly Career[];
  caption: string;
  /** Where a heading on the page says the same. */
  captionHidden: boolean;
  area: Area;
  view: FamilyView;
  /** Whether pay is adjusted for prices in the area. */
  isAdjusted: boolean;
};

/** Careers with the numbers that people choose by. Each head sorts by its column, and once more the other way round. */
export function CareerTable({ careers, caption, captionHidden, area, view, isAdjusted }: Props) {
  const shown = columns.map((column) => ({
    ...column,
    origin: usualOrigin(careers.flatMap((career) => column.of(career) ?? [])),
  }));
  const placeOf = (sort: SortKey) => {
    if (area.kind === "nation" || sort === "name") return undefined;
    return sort === "pay"
      ? [area.name, isAdjusted && "after prices"].filter(Boolean).join(", ")
      : NATION.name;
  };
  // Where the heads are out of sight. The place of the pay stands above the table.
  const nameOf = (sort: SortKey, head: string) =>
    sort === "pay"
      ? `${head}${isAdjusted ? ", after prices" : ""}`
      : [head, placeOf(sort)].filter(Boolean).join(", ");
  const addressOf = (slug: string) => areaAddress(`/careers/${slug}`, {}, area, view.isReal);
  return (
    <>
      <SortLinks view={view} />
      <table role="table" className="data stack careers">
        <caption className={captionHidden ? "vh" : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[name, ...columns].map(({ sort, head }) => (
              <th role="columnheader" scope="col" key={sort} aria-sort={ariaSort(sort, view)}>
                <a href={sortAddress(sort, view)}>{head}</a>
                {placeOf(sort) && <span className="src">{placeOf(sort)}</span>}
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
                  <td role="cell" key={sort} data-name={nameOf(sort, head)}>
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
      <p id="sort-by">Sort by</p>
      <ul aria-labelledby="sort-by">
        {[name, ...columns].map(({ sort, short }) => (
          <li key={sort}>
            <a href={sortAddress(sort, view)} aria-current={sort === current ? "true" : undefined}>
              {short}
              {sort === current && (isAscending(sort, view.isReversed) ? " (rising)" : " (falling)")}
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
