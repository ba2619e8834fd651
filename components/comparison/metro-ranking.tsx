import { barFill } from "@/components/ui/hatch";
import { count, dollars } from "@/domain/amount";
import { METROS_SHOWN, metroFinding, shortMetroName } from "@/domain/metro-ranking";
import type { PicturedRole } from "@/domain/pictured-role";
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
  const amounts = shown.flatMap(({ metros }) => metros.map(({ value }) => value));
  if (amounts.length === 0) return null;
  const most = Math.max(...amounts);
  const named = roles.map(({ role, metros }) => ({ plural: role.profile.role.plural, metros }));
  const id = "picture-metros";
  return (
    <Picture
      id={id}
      finding={metroFinding(named)}
      how={`The ${METROS_SHOWN} metro areas with the highest median pay a year. Bars start at $0${roles.length > 1 ? " and have one scale" : ""}. ${origin}.`}
      name="metro areas by median pay"
      table={shown
        .filter(({ metros }) => metros.length > 0)
        .map(({ role, metros }) => (
          <PictureTable
            key={role.label}
            caption={`${[letterOf(role), role.label].filter(Boolean).join(" ")}, ${origin}`}
            head="Metro area"
            columns={["Median pay a year", "Jobs"]}
            rows={metros.map(({ area, name, value, employment }) => ({
              key: area,
              head: name,
              cells: [dollars(value), count(employment)],
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
            {metros.length === 0 ? (
              <p className="small">No metro area with enough jobs has a published median.</p>
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
                      {dollars(value)}
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
