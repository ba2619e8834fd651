import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";

type Props = {
  action: (form: FormData) => Promise<void>;
  /** Made anew for each page, so that a form sent twice makes one employer. */
  formKey: string;
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
};

/** What is asked of an employer, once. */
export function EmployerForm({ action, formKey, values, errors }: Props) {
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: [values[name]].flat()[0] ?? "",
    error: errors[name]?.[0],
  });
  return (
    <form className="form" action={action} noValidate>
      <input type="hidden" name="key" value={formKey} />
      <Field {...field("name")} label="Name of the employer" autoComplete="organization" maxLength={100} />
      <Field
        {...field("site")}
        label="Web site"
        hint="Leave it empty if there is none."
        type="url"
        inputMode="url"
        autoComplete="url"
        maxLength={300}
      />
      <TextArea
        {...field("about")}
        label="What it does"
        hint="A sentence or two, for people who do not know it."
        rows={4}
        maxLength={2_000}
      />
      <Field
        {...field("size")}
        label="People who work there"
        hint="In all. A good guess will do."
        inputMode="numeric"
        maxLength={12}
        autoComplete="off"
      />
      <TextArea
        {...field("sizeByState")}
        label="People in each state"
        hint="One state a line, such as “California 12”. Some states ask more of larger employers. Leave it empty if you do not know."
        rows={4}
        maxLength={2_000}
      />
      <Button>Create the employer</Button>
    </form>
  );
}
