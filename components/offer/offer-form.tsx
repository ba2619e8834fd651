import { PlaceField } from "@/components/area/place-field";
import { PickField } from "@/components/comparison/picker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { Pick } from "@/domain/picker";
import type { PlacePick } from "@/domain/place-pick";

type Props = {
  title: Pick;
  place: PlacePick;
  pay: { typed: string; unit: "year" | "hour"; error?: string };
  /** Where another form of the page asks for a place too. */
  placeId?: string;
};

/** Asks for the title, place and pay of an offer or an advert; they stay in the address, and nowhere else. */
export function OfferForm({ title, place, pay, placeId }: Props) {
  return (
    <form className="ask offer-ask" method="get" action="/offer">
      <PickField pick={title} name="title" label="Job title" hint="As the offer or the advert says it" />
      <PlaceField pick={place} id={placeId} label="Place" hint="State, city or ZIP; empty for the nation" />
      <Field
        id="pay"
        name="pay"
        label="Pay"
        hint="Before tax, such as $52,000, 85k or 24.50"
        defaultValue={pay.typed}
        error={pay.error}
        maxLength={60}
      />
      <SelectField
        id="per"
        name="per"
        label="For"
        hint="What the pay is for"
        defaultValue={pay.unit}
        options={[
          { value: "year", text: "a year" },
          { value: "hour", text: "an hour" },
        ]}
      />
      <Button isSecond={placeId !== undefined}>See where it stands</Button>
    </form>
  );
}
