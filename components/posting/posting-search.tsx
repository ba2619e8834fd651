import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type Props = { words: string; place: string; typedPay: string; payError?: string };

/** Asks for jobs: a plain form whose answers are in the address. */
export function PostingSearchForm({ words, place, typedPay, payError }: Props) {
  return (
    <search>
      <form
        className="grid items-end gap-4 py-6 @3xl:grid-cols-[1fr_1fr_1fr_auto]"
        method="get"
        action="/jobs"
      >
        <Field id="words" name="words" label="Words" hint="Job title or employer" defaultValue={words} />
        <Field id="place" name="place" label="Place" hint="City, state, or “remote”" defaultValue={place} />
        <Field
          id="pay"
          name="pay"
          label="Pay of at least"
          hint="Dollars: 60,000 a year, or 25 an hour"
          inputMode="decimal"
          maxLength={40}
          defaultValue={typedPay}
          error={payError}
        />
        <Button>Search</Button>
      </form>
    </search>
  );
}
