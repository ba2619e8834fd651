import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { type SchoolingLimit, schoolingLimits, type WaySort, waySorts } from "@/domain/way-view";

type Props = {
  action: string;
  /** The other things asked for in the address, kept as they are. */
  others: Readonly<Record<string, string>>;
  schooling: SchoolingLimit | null;
  /** What stands where no schooling is chosen. */
  unchosen: string;
  sort: WaySort;
};

/** Asks how much schooling a step may ask, and what the list goes by. */
export function WayForm({ action, others, schooling, unchosen, sort }: Props) {
  return (
    <form className="form-row on-screen pt-4" method="get" action={action}>
      {Object.entries(others).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        id="schooling"
        name="schooling"
        label="Schooling a step may ask"
        defaultValue={schooling ?? ""}
        options={[
          { value: "", text: unchosen },
          ...Object.entries(schoolingLimits).map(([value, { text }]) => ({ value, text })),
        ]}
      />
      <SelectField
        id="sort"
        name="sort"
        label="Order"
        defaultValue={sort}
        options={Object.entries(waySorts).map(([value, text]) => ({ value, text }))}
      />
      <Button>Show</Button>
    </form>
  );
}
