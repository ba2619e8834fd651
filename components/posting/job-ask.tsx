import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

/** Asks for jobs from the first page, beside its other forms. */
export function JobAsk() {
  return (
    <search aria-label="Jobs">
      <form className="ask job-ask" method="get" action="/jobs">
        <Field id="job-words" name="words" label="Words" hint="Job title or employer" />
        <Field id="job-place" name="place" label="Place of work" hint="City, state, or “remote”" />
        <Button isSecond>Search jobs</Button>
      </form>
    </search>
  );
}
