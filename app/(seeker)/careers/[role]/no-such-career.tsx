import { ErrorPage } from "@/components/ui/error-page";
import { rolesNear } from "@/server/role/queries";

/** Offers careers with like names. */
export async function NoSuchCareer({ slug }: { slug: string }) {
  const near = await rolesNear(slug.slice(0, 120).replaceAll("-", " "));
  return (
    <ErrorPage
      title="No such career"
      explanation="This address names no career that is known here."
      suggestions={near.map((role) => ({ href: `/careers/${role.slug}`, text: role.singular }))}
      next={{ href: "/careers", text: "All careers" }}
    />
  );
}
