import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { allRoles, rolesNear } from "@/server/role/queries";

export const metadata: Metadata = {
  title: "Compare two careers",
  description: "Pick two careers and read their pay, outlook, schooling and skills side by side.",
};

type Search = { searchParams: Promise<{ a?: string; b?: string }> };

/** Two names in, one comparison out. Names that are no career come back as typed, with near ones to choose from. */
export default async function ComparePage({ searchParams }: Search) {
  const typed = await searchParams;
  const [a, b] = await Promise.all(
    [typed.a, typed.b].map(async (text) => ({
      text: String(text ?? "")
        .trim()
        .slice(0, 120),
      near: text ? await rolesNear(String(text)) : [],
    })),
  );
  const [roleA, roleB] = [a?.near[0], b?.near[0]];
  if (roleA && roleB && roleA.slug !== roleB.slug) redirect(`/compare/${roleA.slug}-vs-${roleB.slug}`);
  const same = roleA && roleA.slug === roleB?.slug;
  const roles = await allRoles();
  return (
    <>
      <h1>Compare two careers</h1>
      <form className="ask" method="get" action="/compare">
        <Field
          id="a"
          name="a"
          label="First career"
          defaultValue={a?.text}
          list="careers"
          error={a?.text && !roleA ? `No career found for “${a.text}”` : undefined}
        />
        <Field
          id="b"
          name="b"
          label="Second career"
          defaultValue={b?.text}
          list="careers"
          error={
            same
              ? "This is the same career as the first one"
              : b?.text && !roleB
                ? `No career found for “${b.text}”`
                : undefined
          }
        />
        <Button>Compare</Button>
      </form>
      <datalist id="careers">
        {roles.map((role) => (
          <option key={role.slug} value={role.singular} />
        ))}
      </datalist>
    </>
  );
}
