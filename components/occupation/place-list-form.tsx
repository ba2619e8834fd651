import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { PlaceListView } from "@/domain/place-list";

/** Asks which kind of place to list, in which order, and whether after prices. The reader's own area stays. */
export function PlaceListForm({ slug, view }: { slug: string; view: PlaceListView }) {
  return (
    <search aria-label="Places" className="on-screen">
      <form className="form-row" method="get" action={`/careers/${slug}/places`}>
        <input type="hidden" name="area" value={view.area} />
        <SelectField
          id="kind"
          name="kind"
          label="Places"
          defaultValue={view.kind}
          options={[
            { value: "state", text: "States and DC" },
            { value: "metro", text: "Metro areas" },
          ]}
        />
        <SelectField
          id="sort"
          name="sort"
          label="In the order of"
          defaultValue={view.sort}
          options={[
            { value: "pay", text: "Pay, highest first" },
            { value: "jobs", text: "Jobs, most first" },
            { value: "name", text: "Name" },
          ]}
        />
        <SelectField
          id="real"
          name="real"
          label="Pay"
          defaultValue={view.isReal ? "1" : ""}
          options={[
            { value: "", text: "As published" },
            { value: "1", text: "After prices there" },
          ]}
        />
        <Button>Show</Button>
      </form>
    </search>
  );
}
