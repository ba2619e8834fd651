import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { LONGEST_MESSAGE, LONGEST_NAME } from "@/domain/application-form";
import { ResumeField } from "./resume-field";

type Props = {
  postingId: string;
  action: (form: FormData) => Promise<void>;
  /** What was typed and what is wrong with it, where the form comes back. */
  refused?: { values: Record<string, string | string[]>; fieldErrors: Record<string, string[]> };
};

const KINDS = "PDF, Word (DOCX) or plain text (TXT), up to 5 MB.";

/** What a person who applies fills in. */
export function ApplicationForm({ postingId, action, refused }: Props) {
  const typed = (name: string) => {
    const value = refused?.values[name];
    return typeof value === "string" ? value : "";
  };
  const error = (name: string) => refused?.fieldErrors[name]?.[0];
  return (
    <form className="form" action={action} noValidate>
      <input type="hidden" name="postingId" value={postingId} />
      <Field
        id="name"
        name="name"
        label="Your name"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        defaultValue={typed("name")}
        error={error("name")}
      />
      <Field
        id="email"
        name="email"
        label="Mail address"
        hint="We mail you a link that shows where your application stands. The employer sees this address."
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={typed("email")}
        error={error("email")}
      />
      <TextArea
        id="message"
        name="message"
        label="Message to the employer"
        hint={`Say in your own words why you fit. Up to ${LONGEST_MESSAGE.toLocaleString("en-US")} characters.`}
        rows={10}
        defaultValue={typed("message")}
        error={error("message")}
      />
      <ResumeField
        id="resume"
        name="resume"
        label="Résumé (you may leave this out)"
        hint={refused ? `${KINDS} If you had chosen a file, choose it again.` : KINDS}
        error={error("resume")}
      />
      <p className="small">
        One application is kept for each mail address: if you have applied to this job from it before, the
        first one stands. Only people of this employer can read what you send.
      </p>
      <Button>Send application</Button>
    </form>
  );
}
