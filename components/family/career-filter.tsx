import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { Family } from "@/domain/family";
import { type AskedFamily, familyOptions, schoolingOptions } from "@/domain/family-view";

type Props = { asked: AskedFamily; families: readonly Family[] };

/** Asks which careers to list: a plain form whose answers are in the address. Place and order stay. */
export function CareerFilter({ asked: { view, typed, faults }, families }: Props) {
  const { area, real, sort } = familyOptions(view);
  return (
    <search aria-label="Filters">
      <form className="grid items-end gap-4 py-4 @3xl:grid-cols-3" method="get" action="/careers">
        {Object.entries({ area, real, sort }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <SelectField
          id="family"
          name="family"
          label="Family"
          defaultValue={view.family ?? ""}
          options={[
            { value: "", text: "All families" },
            ...families.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Field
          id="pay"
          name="pay"
          label="Median pay of at least"
          hint="Dollars a year, such as 52,000 or 52k"
          inputMode="decimal"
          maxLength={40}
          defaultValue={typed.pay}
          error={faults.pay}
        />
        <SelectField
          id="schooling"
          name="schooling"
          label="School needed to start, at most"
          defaultValue={view.schooling ?? ""}
          error={faults.schooling}
          options={[{ value: "", text: "Any" }, ...schoolingOptions]}
        />
        <div className="field">
          <label className="flex min-h-11 items-center gap-2">
            <input
              className="size-5 flex-none accent-act"
              type="checkbox"
              name="growing"
              value="1"
              defaultChecked={view.isGrowing}
            />
            Only careers that are expected to grow
          </label>
        </div>
        <div>
          <Button>Show careers</Button>
        </div>
      </form>
    </search>
  );
}
