import { Fragment } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";

type Props = { words: string; error?: string; popular?: readonly { slug: string; plural: string }[] };

/** Asks for a career by a job title, as it was typed last; below it what others often compare, and what this browser remembers. */
export function TitleSearch({ words, error, popular = [] }: Props) {
  return (
    <search aria-label="Find a career">
      <form className="form-row on-screen py-4" method="get" action="/careers">
        <Field id="q" name="q" label="Job title" defaultValue={words} error={error} suggest="titles" />
        <Button>Find</Button>
      </form>
      {popular.length > 0 && (
        <p className="small on-screen">
          Often compared:{" "}
          {popular.map(({ slug, plural }, i) => (
            <Fragment key={slug}>
              {i > 0 && ", "}
              <a href={`/careers/${slug}`}>{plural}</a>
            </Fragment>
          ))}
        </p>
      )}
      <recent-careers />
    </search>
  );
}
