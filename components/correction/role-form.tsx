import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import type { RefusedForm } from "./revert-form";

export const roleFieldId = (field: string): string => `role-${field}`;

/** What an editor writes of a role: summary, duties, other titles, and for a title the occupation it is counted under. */
export function RoleForm({
  role: { slug, kind, summary, titles, soc },
  duties,
  action,
  refused,
}: {
  role: {
    slug: string;
    kind: "occupation" | "title";
    summary: string | null;
    titles: string[];
    soc: string | null;
  };
  duties: string[];
  action: (form: FormData) => Promise<void>;
  refused?: RefusedForm;
}) {
  const control = (name: string, now: string) => ({
    id: roleFieldId(name),
    name,
    defaultValue: String(refused?.values[name] ?? now),
    error: refused?.fieldErrors[name]?.[0],
  });
  return (
    <form className="form" action={action} noValidate>
      <input type="hidden" name="role" value={slug} />
      <TextArea
        {...control("summary", summary ?? "")}
        label="Summary"
        hint="Two to four plain sentences. Leave it empty for the imported text, or for one made from the figures."
        maxLength={2000}
      />
      <TextArea
        {...control("duties", duties.join("\n"))}
        label="Duties"
        hint="One a line, the most usual first. Leave it empty for the imported list."
        rows={10}
      />
      <TextArea
        {...control("titles", titles.join("\n"))}
        label="Other titles"
        hint="One a line: names under which people look for this career."
        rows={4}
      />
      {kind === "title" && (
        <Field
          {...control("soc", soc ?? "")}
          label="SOC code of its occupation"
          hint="Such as 29-2099. Its official figures are those of this occupation."
          maxLength={20}
        />
      )}
      <TextArea {...control("reason", "")} label="Reason" rows={3} maxLength={500} />
      <Button>Save the page</Button>
    </form>
  );
}
