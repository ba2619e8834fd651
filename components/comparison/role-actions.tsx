import { Mark } from "@/components/ui/mark";
import { comparisonPath, MOST_ROLES, pickerPath, places } from "@/domain/pair";
import type { RoleName } from "@/domain/profile";

type Props = {
  roles: RoleName[];
  curated: { a: string; b: string }[];
  /** What the address says beside the roles. */
  options: Readonly<Record<string, string>>;
};

/** Links that change which careers are compared: another one in the place of each, one less, one more. */
export function RoleActions({ roles, curated, options }: Props) {
  const slugs = roles.map(({ slug }) => slug);
  const without = (slug: string) => {
    const [only, ...others] = slugs.filter((other) => other !== slug);
    return others.length > 0 ? comparisonPath([only ?? "", ...others], curated, options) : `/careers/${only}`;
  };
  return (
    <nav className="role-actions on-screen" aria-label="Change the careers">
      <ul>
        {roles.map(({ slug, plural }, i) => (
          <li key={slug}>
            <Mark index={i} />{" "}
            <a href={pickerPath(slugs, { replace: places[i] }, options)}>
              Replace<span className="vh"> {plural}</span>
            </a>{" "}
            <a href={without(slug)}>
              Remove<span className="vh"> {plural}</span>
            </a>{" "}
          </li>
        ))}
        {roles.length < MOST_ROLES && (
          <li>
            <a href={pickerPath(slugs, { add: places[roles.length] }, options)}>Add a career</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
