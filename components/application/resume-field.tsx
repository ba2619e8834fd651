import { ControlNotes, describedBy } from "@/components/ui/control-notes";

type Props = { id: string; name: string; label: string; hint: string; error?: string };

/** Takes a résumé. A browser never keeps a chosen file, so that the hint says so where a form comes back. */
export function ResumeField({ id, name, label, hint, error }: Props) {
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      <ControlNotes id={id} hint={hint} error={error} />
      <input
        id={id}
        name={name}
        type="file"
        accept=".pdf,.docx,.txt,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </div>
  );
}
