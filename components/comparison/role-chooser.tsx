import { Mark } from "@/components/ui/mark";
import type { RoleName } from "@/domain/profile";

/**
 * On a phone the tables of three or four careers show two: the first, and the one that is chosen here. The style
 * sheet does it (app/compare.css), so that wider screens, paper and browsers without `:has()` show all.
 */
export function RoleChooser({ roles }: { roles: RoleName[] }) {
  const [first, ...others] = roles;
  if (!first || others.length < 2) return null;
  return (
    <>
      <p id="shown" className="chooser-note small">
        2 of {roles.length} careers shown in each table. Choose which stands beside A.
      </p>
      <fieldset className="chooser" aria-describedby="shown">
        <legend className="vh">Beside {first.plural}</legend>
        {others.map(({ slug, singular }, i) => (
          <label key={slug}>
            <input id={`beside-${i + 1}`} type="radio" name="beside" defaultChecked={i === 0} />{" "}
            <Mark index={i + 1} /> <span className="vh">{singular}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
