import { barFill } from "@/components/ui/hatch";
import { count, money, perUnit } from "@/domain/amount";
import { METROS_SHOWN, metroFinding, shortMetroName } from "@/domain/metro-ranking";
import type { PicturedRole } from "@/domain/pictured-role";
import { medianHead } from "@/domain/place-list";
import type { PlaceWage } from "@/domain/profile";
import { letterOf, Picture, PictureTable, RoleHead, rem, round } from "./picture";

/** Height of a line of text with its bar. */
const ROW = 36;

type Props = {
  /** Metro areas in the order of the roles, each best first, of those with enough jobs. */
  roles: readonly { role: PicturedRole; metros: readonly PlaceWage[] }[];
  /** What the numbers are of: "OEWS, May 2025". */
  origin: string;
};

/** The best-paid metro areas of each role, as bars from $0 on one scale. Nothing where no area is ranked for any. */
export function MetroRanking({ roles, origin }: Props) {
  const shown = roles.map(({ role, metros }) => ({ role, metros: metros.slice(0, METROS_SHOWN) }));
  const all = shown.flatMap(({ metros }) => metros);
  if (all.length === 0) return null;
  // One scale has one unit: bars by the hour only where no role has pay by the year.
  const unit = all.some((metro) => metro.unit === "dollars a year") ? "dollars a year" : "dollars an hour";
  const most = Math.max(...all.flatMap((metro) => (metro.unit === unit ? metro.value : [])));
  const named = roles.map(({ role, metros }) => ({ plural: role.profile.role.plural, metros }));
  const id = "picture-metros";
  return (
    <Picture
      id={id}
      finding={metroFinding(named)}
      how={`The ${METROS_SHOWN} metro areas with the highest median pay ${perUnit(unit)}. Bars start at $0${roles.length > 1 ? " and have one scale" : ""}. ${origin}.`}
      name="metro areas by median pay"
      table={shown
        .filter(({ metros }) => metros.length > 0)
        .map(({ role, metros }) => (
          <PictureTable
            key={role.label}
            caption={`${[letterOf(role), role.label].filter(Boolean).join(" ")}, ${origin}`}
            head="Metro area"
            columns={[medianHead(metros[0]?.unit ?? unit), "Jobs"]}
            rows={metros.map(({ area, name, value, unit: own, employment }) => ({
              key: area,
              head: name,
              cells: [money(value, own), count(employment)],
            }))}
          />
        ))}
    >
      <div className="columns two">
        {shown.map(({ role, metros }) => (
          <div key={role.label}>
            <h4 id={`${id}-${role.tone}`}>
              <RoleHead role={role} />
            </h4>
            {metros[0]?.unit !== unit ? (
              <p className="small">
                {metros.length === 0
                  ? "No metro area with enough jobs has a published median."
                  : "Pay of this work is published by the hour alone, so it has no place on a scale of pay a year."}
              </p>
            ) : (
              <svg
                className="plot"
                height={rem(metros.length * ROW)}
                role="img"
                aria-labelledby={`${id}-${role.tone} ${id}`}
                aria-describedby={`${id}-how`}
              >
                <title>Metro areas by median pay</title>
                {metros.map(({ area, name }, row) => (
                  <text key={area} y={rem(row * ROW + 16)}>
                    {shortMetroName(name)}
                  </text>
                ))}
                <g textAnchor="end" fontWeight="600">
                  {metros.map(({ area, value }, row) => (
                    <text key={area} x="100%" y={rem(row * ROW + 16)}>
                      {money(value, unit)}
                    </text>
                  ))}
                </g>
                <g {...barFill(role.tone)}>
                  {metros.map(({ area, value }, row) => (
                    <rect
                      key={area}
                      y={rem(row * ROW + 21)}
                      height={rem(8)}
                      width={`${round((value / most) * 100)}%`}
                    />
                  ))}
                </g>
              </svg>
            )}
          </div>
        ))}
      </div>
    </Picture>
  );
}
