import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** Asks for a career by a job title, as it was typed last. */
export function TitleSearch({ words, error }: { words: string; error?: string }) {
  return (
    <search aria-label="Find a career">
      <form className="form-row on-screen py-4" method="get" action="/careers">
        <Field id="q" name="q" label="Job title" defaultValue={words} error={error} />
        <Button>Find</Button>
      </form>
    </search>
  );
}
