import { Button } from "@/components/ui/button";
import { ControlNotes, describedBy } from "@/components/ui/control-notes";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { TextArea } from "@/components/ui/text-area";
import { NATION } from "@/domain/area";
import { LONGEST_DAYS } from "@/domain/posting";
import {
  applyWays,
  payUnits,
  payUnitWords,
  termKinds,
  termWords,
  workplaces,
  workplaceWords,
  zones,
} from "@/domain/posting-form";
import { usStates } from "@/domain/us-state";

type Props = {
  action: (form: FormData) => Promise<void>;
  postingId: string;
  version: number;
  /** What was typed, or what is saved, by field. */
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
};

const choose = (text = "Choose") => ({ value: "", text });
const applyWords: Record<(typeof applyWays)[number], string> = {
  here: "Here, on Crossroads",
  link: "On another site, by a link",
};

/** The one page on which a posting is written. Every control's id is its field's name, so that errors lead to it. */
export function PostingForm({ action, postingId, version, values, errors }: Props) {
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: [values[name]].flat()[0] ?? "",
    error: errors[name]?.[0],
  });
  return (
    <form className="form" action={action} noValidate>
      <input type="hidden" name="postingId" value={postingId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="taken" value={[values.taken].flat()[0] ?? ""} />
      <Field {...field("title")} label="Job title" hint="The title alone, without pay, place or slogans." />
      <Field
        {...field("occupation")}
        label="Occupation"
        hint="What your pay is compared with. Change the words to change it. Leave it empty to go by the title, or type “none” if no occupation fits."
      />
      <h2>Where</h2>
      <SelectField
        {...field("workplace")}
        label="Where the work is done"
        options={[choose(), ...workplaces.map((value) => ({ value, text: workplaceWords[value] }))]}
      />
      <Field
        {...field("city")}
        label="City or town"
        hint="For work on site and hybrid work."
        maxLength={80}
        autoComplete="off"
      />
      <SelectField
        {...field("workState")}
        label="State"
        hint="For work on site and hybrid work."
        options={[choose(), ...usStates.map(({ code, name }) => ({ value: code, text: name }))]}
      />
      <RemoteStates chosen={[values.remoteStates ?? []].flat()} error={errors.remoteStates?.[0]} />
      <h2>Pay and terms</h2>
      <Field
        {...field("payMin")}
        label="Lowest pay, in dollars"
        hint="Such as 85,000, $85k or 24.50."
        inputMode="decimal"
        maxLength={40}
        autoComplete="off"
      />
      <Field
        {...field("payMax")}
        label="Highest pay, in dollars"
        hint="Leave it empty where there is one amount."
        inputMode="decimal"
        maxLength={40}
        autoComplete="off"
      />
      <SelectField
        {...field("payUnit")}
        label="Pay is for"
        options={[choose(), ...payUnits.map((value) => ({ value, text: payUnitWords[value] }))]}
      />
      <SelectField
        {...field("terms")}
        label="Terms"
        options={[choose(), ...termKinds.map((value) => ({ value, text: termWords[value] }))]}
      />
      <h2>The job</h2>
      <TextArea
        {...field("description")}
        label="Description"
        hint="Plain text, or Markdown: an empty line starts a paragraph, “- ” a list item, “## ” a heading, **two stars** make text strong. Up to 20,000 characters."
        rows={16}
        maxLength={20_000}
      />
      <h2>Applying</h2>
      <SelectField
        {...field("applyBy")}
        label="How people apply"
        options={[choose(), ...applyWays.map((value) => ({ value, text: applyWords[value] }))]}
      />
      <Field
        {...field("applyUrl")}
        label="Link to apply"
        hint="For another site. It begins with https://"
        type="url"
        inputMode="url"
        maxLength={2_000}
      />
      <Field
        {...field("closesOn")}
        label="Closing date"
        hint={`The last day, at most ${LONGEST_DAYS} days from today. Such as Dec 24, 2026 or 2026-12-24.`}
        maxLength={40}
        autoComplete="off"
      />
      <SelectField
        {...field("zone")}
        label="Time zone of the closing date"
        options={[choose(), ...zones.map(([value, text]) => ({ value, text }))]}
      />
      <Button>Save</Button>
    </form>
  );
}

/** The states of remote work. The link of an error leads to the first box. */
function RemoteStates({ chosen, error }: { chosen: string[]; error?: string }) {
  const id = "remoteStates";
  const hint = "For remote work: where people may live.";
  const options = [{ code: NATION.code, name: "Any state" }, ...usStates];
  return (
    <fieldset className={error ? "field wrong" : "field"} aria-describedby={describedBy(id, hint, error)}>
      <legend className="font-bold">States for remote work</legend>
      <ControlNotes id={id} hint={hint} error={error} />
      <div className="checks">
        {options.map(({ code, name }, index) => (
          <label key={code}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              name={id}
              value={code}
              defaultChecked={chosen.includes(code)}
            />{" "}
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
