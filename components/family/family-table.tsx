// biome-ignore-all lint/a11y/noRedundantRoles: phones lay the rows out as blocks, and Safari takes what is no CSS table for no table at all unless told
import { FigureOrigin, FigureValue, usualOrigin } from "@/components/ui/figure-value";
import { count } from "@/domain/amount";
import type { Area } from "@/domain/area";
import type { FamilySummary } from "@/domain/family";
import { ALL_FAMILIES, type FamilyView, familyAddress } from "@/domain/family-view";
import type { Figure } from "@/domain/figure";
import type { RoleName } from "@/domain/profile";

type Props = {
  summaries: readonly FamilySummary[];
  area: Area;
  view: FamilyView;
  /** Whether pay is adjusted for prices in the area. */
  isAdjusted: boolean;
};

/** Every family in few numbers, each leading to its careers. */
export function FamilyTable({ summaries, area, view, isAdjusted }: Props) {
  const columns = {
    pay: usualOrigin(
      summaries.flatMap(({ lowest, highest }) => [lowest, highest].flatMap((end) => end?.figure ?? [])),
    ),
    openings: usualOrigin(summaries.flatMap(({ openings }) => openings ?? [])),
  };
  const heads = {
    careers: "Careers",
    lowest: "Lowest median pay a year",
    highest: "Highest median pay a year",
    growing: "Expected to grow, 2024–34",
    openings: "Openings a year, added up",
  };
  const pay = (end: { role: RoleName; figure: Figure } | undefined) =>
    end ? (
      <>
        <FigureValue figure={end.figure} area={area} together={!columns.pay.isAway(end.figure)} />
        <span className="src">{end.role.plural}</span>
      </>
    ) : (
      <span className="figure-none">Not available: no median pay is published here</span>
    );
  return (
    <sort-table>
      <table role="table" className="data stack families">
        <caption>
          {summaries.length} families of careers, {area.name}
          {isAdjusted && ", pay after prices there"}
          {area.kind !== "nation" && "; growth and openings are those of the United States"}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {["Family", ...Object.values(heads)].map((head) => (
              <th role="columnheader" scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {summaries.map(({ family, careers, lowest, highest, growing, openings }) => (
            <tr role="row" key={family.code}>
              <th role="rowheader" scope="row">
                <a
                  href={familyAddress({
                    ...ALL_FAMILIES,
                    area: view.area,
                    isReal: view.isReal,
                    family: family.code,
                  })}
                >
                  {family.name}
                </a>
              </th>
              <td role="cell" data-name={heads.careers}>
                {count(careers)}
              </td>
              <td role="cell" data-name={heads.lowest}>
                {pay(lowest)}
              </td>
              <td role="cell" data-name={heads.highest}>
                {pay(highest)}
              </td>
              <td role="cell" data-name={heads.growing}>
                {growing.of > 0 ? (
                  `${count(growing.careers)} of ${count(growing.of)}`
                ) : (
                  <span className="figure-none">Not available: no official source projects them</span>
                )}
              </td>
              <td role="cell" data-name={heads.openings}>
                {openings && (
                  <FigureValue figure={openings} area={area} together={!columns.openings.isAway(openings)} />
                )}
              </td>
            </tr>
          ))}
          <tr role="row" className="origins">
            <th role="rowheader" scope="row">
              Where these are from
            </th>
            <td role="cell" />
            <td role="cell" colSpan={2}>
              {columns.pay.figure && (
                <FigureOrigin figure={columns.pay.figure} area={area} of="median pay" word="Pay" />
              )}
            </td>
            <td role="cell" colSpan={2}>
              {columns.openings.figure && (
                <FigureOrigin
                  figure={columns.openings.figure}
                  area={area}
                  of="growth and openings"
                  word="Growth and openings"
                />
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </sort-table>
  );
}
