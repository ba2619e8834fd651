import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkList } from "@/components/ui/link-list";
import { NothingHere } from "@/components/ui/nothing-here";
import { sentenceCase } from "@/domain/amount";
import { currentActor } from "@/server/actor";
import { answerWith } from "@/server/answer/status";
import { editorOf } from "@/server/correction/queries";
import { rolesNear } from "@/server/role/queries";

export async function generateMetadata(): Promise<Metadata> {
  const editor = editorOf(await currentActor());
  return { title: editor ? "Role data" : "Page not found", robots: { index: false } };
}

type Search = { searchParams: Promise<{ q?: string | string[] }> };

/** Where an editor finds the role whose data is to be mended. */
export default async function RoleDataPage({ searchParams }: Search) {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect("/sign-in?next=/admin/roles");
  if (!editorOf(actor)) {
    answerWith(404);
    return <NothingHere />;
  }
  const typed = [(await searchParams).q].flat()[0]?.trim().slice(0, 120) ?? "";
  const found = typed ? await rolesNear(typed, 30) : [];
  return (
    <>
      <h1 className="home-title">Role data</h1>
      <form className="ask" method="get" action="/admin/roles">
        <Field
          id="q"
          name="q"
          label="Job title"
          defaultValue={typed}
          error={typed && found.length === 0 ? "No role has a name like this." : undefined}
        />
        <Button>Find</Button>
      </form>
      {found.length > 0 && (
        <>
          <h2>
            {found.length} {found.length === 1 ? "role" : "roles"} for “{typed}”
          </h2>
          <LinkList
            items={found.map(({ slug, plural, soc }) => ({
              href: `/admin/roles/${slug}`,
              text: sentenceCase(plural),
              detail: soc ?? "mapped to no occupation",
            }))}
          />
        </>
      )}
    </>
  );
}
