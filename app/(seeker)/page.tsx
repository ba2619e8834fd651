import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PayDots } from "@/components/comparison/pay-dots";
import { Verdict } from "@/components/comparison/verdict";
import { Button } from "@/components/ui/button";
import { Document } from "@/components/ui/document";
import { Field } from "@/components/ui/field";
import { LinkList } from "@/components/ui/link-list";
import { Section } from "@/components/ui/section";
import { Sign } from "@/components/ui/sign";
import { sentenceCase } from "@/domain/amount";
import { payFinding, sentencesOf } from "@/domain/prose";
import { medianGap } from "@/domain/wage";
import { comparisonOf } from "@/server/comparison/queries";
import { allRoles, pairsByEditor, rolesNear } from "@/server/role/queries";

export const metadata: Metadata = {
  title: { absolute: "Crossroads: what a job really pays and asks" },
  description:
    "Compare careers on official US figures for pay, outlook, schooling and skills, each with its source.",
};

const WORKED = ["medical-secretary", "registered-nurses"];

type Search = { searchParams: Promise<{ a?: string | string[]; b?: string | string[] }> };

/** One form, and a worked comparison in view. A filled form leads to the page it asks for, or says what was not found. */
export default async function HomePage({ searchParams }: Search) {
  const { a, b } = await searchParams;
  const [typedA, typedB] = [textOf(a), textOf(b)];
  const [nearA, nearB] = [typedA ? await rolesNear(typedA) : [], typedB ? await rolesNear(typedB) : []];
  const [foundA, foundB] = [nearA[0], nearB.find((role) => role.slug !== nearA[0]?.slug)];
  if (foundA && foundB) redirect(`/compare/${foundA.slug}-vs-${foundB.slug}`);
  if (foundA && !typedB) redirect(`/careers/${foundA.slug}`);

  const [worked, pairs, roles] = await Promise.all([comparisonOf(WORKED), pairsByEditor(), allRoles()]);
  const names = new Map(roles.map((role) => [role.slug, role]));
  return (
    <Document>
      <h1 className="home-title">What does a job really pay and ask?</h1>
      <form className="ask" method="get" action="/">
        <Field
          id="a"
          name="a"
          label="What you do"
          hint="Your job title, in your own words"
          defaultValue={typedA}
          error={typedA && !foundA ? notFound(typedA) : undefined}
        />
        <Field
          id="b"
          name="b"
          label="Compare with"
          hint="Leave empty to read about one"
          defaultValue={typedB}
          error={typedB && !foundB ? notFound(typedB) : undefined}
        />
        <Button>Compare</Button>
      </form>
      {"comparison" in worked && (
        <>
          <Sign
            level={2}
            roles={worked.comparison.roles}
            link={{ href: `/compare/${WORKED.join("-vs-")}`, text: "Read the whole comparison" }}
          />
          <div className="worked">
            <PayDots comparison={worked.comparison} finding={payFinding(worked.comparison)} />
            <Verdict sentences={sentencesOf(worked.comparison).slice(0, 4)} roles={worked.comparison.roles} />
          </div>
        </>
      )}
      <Section id="pairs" title="Often compared" note="Median pay a year">
        <LinkList
          items={pairs.flatMap(({ a, b }) => {
            const [one, two] = [names.get(a), names.get(b)];
            return one && two
              ? [
                  {
                    href: `/compare/${a}-vs-${b}`,
                    text: `${sentenceCase(one.singular)} vs ${two.singular}`,
                    detail: medianGap(one.annualMedian, two.annualMedian, one.soc === two.soc),
                  },
                ]
              : [];
          })}
        />
        <p>
          <a href="/careers">All {roles.length.toLocaleString("en-US")} careers</a>
        </p>
      </Section>
    </Document>
  );
}

const textOf = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 120) ?? "";
const notFound = (typed: string) =>
  `No career found for “${typed}”. Try another name for it, or look in the list of careers.`;
