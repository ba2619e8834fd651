import type { Metadata } from "next";
import { RoleList } from "@/components/occupation/role-list";
import { Button } from "@/components/ui/button";
import { Document } from "@/components/ui/document";
import { Field } from "@/components/ui/field";
import { allRoles, rolesNear } from "@/server/role/queries";

export const metadata: Metadata = {
  title: "Careers",
  description: "Every US occupation and many job titles, with median pay.",
};

type Search = { searchParams: Promise<{ q?: string | string[] }> };

export default async function CareersPage({ searchParams }: Search) {
  const { q } = await searchParams;
  const typed = (Array.isArray(q) ? q[0] : q)?.trim().slice(0, 120) ?? "";
  const found = typed ? await rolesNear(typed, 30) : [];
  const roles = typed && found.length > 0 ? found : await allRoles();
  return (
    <Document>
      <h1>Careers</h1>
      <form className="ask" method="get" action="/careers">
        <Field
          id="q"
          name="q"
          label="Job title"
          defaultValue={typed}
          error={
            typed && found.length === 0 ? `No career found for “${typed}”. All are listed below.` : undefined
          }
        />
        <Button>Find</Button>
      </form>
      <h2>
        {typed && found.length > 0 ? `${found.length} careers for “${typed}”` : `All ${roles.length} careers`}
      </h2>
      <RoleList
        roles={roles}
        back={found.length > 0 ? `/careers?${new URLSearchParams({ q: typed })}` : "/careers"}
      />
    </Document>
  );
}
