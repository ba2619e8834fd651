import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Picker } from "@/components/comparison/picker";
import { Tray } from "@/components/comparison/tray";
import { Document } from "@/components/ui/document";
import { ErrorSummary } from "@/components/ui/error-summary";
import { viewOf, viewOptions } from "@/domain/comparison-view";
import { comparisonPath, isSlug, MOST_ROLES, pickerPath, places } from "@/domain/pair";
import { askedOf, picksOf, searchText } from "@/domain/picker";
import { pairsByEditor, rolesMeant, rolesOf } from "@/server/role/queries";
import { keptTray } from "./tray/cookie";

type Search = Record<string, string | string[] | undefined>;
type Address = { searchParams: Promise<Search> };

/** One look a request, for the page and its metadata; leads on where all that was asked for is found. */
const load = cache(async (address: string) => {
  const search: Search = JSON.parse(address);
  const asked = askedOf(search);
  const near = await Promise.all(
    asked.map((one) => (searchText(one) === "" ? [] : rolesMeant(searchText(one)))),
  );
  const picks = picksOf(asked, near);
  const options = viewOptions(viewOf(search));
  const replaced = places.find((place) => place === search.replace);
  const added = places.find((place) => place === search.add);
  const slugs = picks.flatMap(({ role }) => role?.slug ?? []);
  const isWhole = slugs.length > 1 && picks.every(({ error }) => !error);
  if (isWhole && !replaced && !added) redirect(comparisonPath(slugs, await pairsByEditor(), options));
  return { picks, options, replaced, added };
});

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const { picks } = await load(JSON.stringify(await searchParams));
  const title = "Compare careers";
  return {
    title: picks.some(({ error }) => error) ? `Error: ${title}` : title,
    description: "Pick two to four careers and read their pay, outlook, schooling and skills side by side.",
    alternates: { canonical: "/compare" },
  };
}

/** Two to four names in, one comparison out; and what the reader put aside on other pages. */
export default async function ComparePage({ searchParams }: Address) {
  const search = await searchParams;
  const { picks, options, replaced, added } = await load(JSON.stringify(search));
  const tray = (await rolesOf(await keptTray())).flatMap((role) => role ?? []);
  const leaving = picks.find(({ place }) => place === replaced)?.role;
  const wrong: [string, string[]][] = picks.flatMap(({ place, error }) => (error ? [[place, [error]]] : []));
  const refusal = await trayRefusal(search, tray.length);
  const slugs = tray.map(({ slug }) => slug);
  return (
    <Document>
      {(wrong.length > 0 || refusal) && (
        <ErrorSummary
          formError={refusal}
          fieldErrors={Object.fromEntries(wrong)}
          idOf={(place) =>
            picks.some((pick) => pick.place === place && pick.near.length > 0) ? `${place}-0` : place
          }
        />
      )}
      <h1 className="home-title">Compare careers</h1>
      {tray.length > 0 && (
        <Tray
          roles={tray}
          next={
            tray.length > 1
              ? { href: comparisonPath(slugs, await pairsByEditor()), text: `Compare these ${tray.length}` }
              : { href: pickerPath(slugs, { add: "b" }), text: "Choose one to compare it with" }
          }
        />
      )}
      <section className="part" aria-labelledby="pick">
        <h2 id="pick">Pick two to four careers</h2>
        <Picker
          picks={picks.map((pick) =>
            pick.place === replaced ? { place: pick.place, text: "", near: [] } : pick,
          )}
          options={options}
          hints={{
            ...(replaced && leaving && { [replaced]: `In the place of ${leaving.plural}` }),
            ...(added && { [added]: "The career to add" }),
          }}
        />
      </section>
    </Document>
  );
}

/** Why the tray did not take a career; null where nothing was refused. */
async function trayRefusal({ tray, more }: Search, count: number): Promise<string | null> {
  if (tray === "unknown") return "This career is not known here. Nothing was added to your choice.";
  if (tray !== "full" || count < MOST_ROLES) return null;
  const [role] = isSlug(more) ? await rolesOf([more]) : [];
  return `A comparison takes four careers at most, and you have chosen four. Remove one below before you add ${role?.plural ?? "another"}.`;
}
