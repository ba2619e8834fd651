import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AreaForm } from "@/components/area/area-form";
import { NoSuchArea } from "@/components/area/no-such-area";
import { PlaceNote } from "@/components/area/place-note";
import { CareerFilter } from "@/components/family/career-filter";
import { CareerTable } from "@/components/family/career-table";
import { FamilyTable } from "@/components/family/family-table";
import { NoSuchFamily } from "@/components/family/no-such-family";
import { TitleSearch } from "@/components/family/title-search";
import { RoleList } from "@/components/occupation/role-list";
import { PageLinks } from "@/components/posting/page-links";
import { Document } from "@/components/ui/document";
import { ErrorSummary } from "@/components/ui/error-summary";
import { placeAnswer } from "@/domain/area-search";
import {
  ALL_FAMILIES,
  canonicalView,
  familyAddress,
  familyOptions,
  familyViewOf,
  filtersInUse,
  listText,
  rangeText,
  unknownText,
} from "@/domain/family-view";
import { oneLine } from "@/domain/letter";
import { answerWith } from "@/server/answer/status";
import { areasNear } from "@/server/area/queries";
import { rolesNear, rolesOftenCompared } from "@/server/role/queries";
import { type Asked, loadFamilies } from "./load";

type Address = { searchParams: Promise<Asked> };

/** The title that a reader looks for; empty where the address asks for none. */
const wordsOf = (asked: Asked) => oneLine([asked.q].flat()[0] ?? "").slice(0, 120);

export async function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  const asked = await searchParams;
  const words = wordsOf(asked);
  if (words !== "") return { title: `Careers for “${words}”`, robots: { index: false } };
  const found = await loadFamilies(asked);
  if ("fault" in found) return { title: "No such list of careers", robots: { index: false } };
  const { view, area, family, list, families } = found;
  const place = area.kind === "nation" ? "" : `, ${area.name}`;
  const error = Object.keys(familyViewOf(asked).faults).length > 0 ? "Error: " : "";
  const page = view.page > 1 ? `, page ${view.page}` : "";
  const canonical = familyAddress(canonicalView(view));
  if (!list)
    return {
      title: `${error}Careers by family${place}`,
      description: `The ${families.length} families of US occupations: how many careers each holds, the lowest and highest median pay, growth and openings.`,
      alternates: { canonical },
    };
  return {
    title: `${error}${family?.name ?? "Careers"}: ${listText(list.careers.length, view)}${place}${page}`,
    description: `${family?.name ?? "US occupations"}: median pay, growth to 2034, openings a year and schooling of each career, with sources.`,
    alternates: { canonical },
  };
}

/** The careers by family, those of one family or those that fit, each as a table; or those of a title that was typed. */
export default async function CareersPage({ searchParams }: Address) {
  const asked = await searchParams;
  const words = wordsOf(asked);
  const near = words === "" ? [] : await rolesNear(words, 30);
  if (near.length > 0)
    return (
      <Document>
        <h1 className="home-title">Careers</h1>
        <TitleSearch words={words} />
        <h2>
          {near.length} careers for “{words}”
        </h2>
        <RoleList roles={near} back={`/careers?${new URLSearchParams({ q: words })}`} />
        <p className="prose">
          <a href="/careers">Careers by family</a>
        </p>
      </Document>
    );
  const unanswered = await placeTyped(asked);
  const found = await loadFamilies(asked);
  if ("fault" in found) {
    answerWith(404);
    return (
      <Document>
        {found.fault === "unknown_area" ? (
          <NoSuchArea action="/careers" near={await areasNear(found.area)} />
        ) : (
          <NoSuchFamily code={found.family} families={found.families} />
        )}
      </Document>
    );
  }
  const { view, area, family, families, list, summaries, priceLevel, hasPriceLevel } = found;
  const { typed, faults } = familyViewOf(asked);
  const { area: _, real, page, ...others } = familyOptions(view);
  const filters = filtersInUse(view);
  return (
    <Document>
      {Object.keys(faults).length > 0 && (
        <ErrorSummary
          formError={null}
          fieldErrors={Object.fromEntries(Object.entries(faults).map(([name, text]) => [name, [text]]))}
        />
      )}
      <h1 className="home-title">{family?.name ?? "Careers"}</h1>
      {list ? (
        <p>
          <a href={familyAddress({ ...ALL_FAMILIES, area: view.area, isReal: view.isReal })}>All families</a>
        </p>
      ) : (
        <TitleSearch
          words={words}
          popular={await rolesOftenCompared(8)}
          error={words === "" ? undefined : `No career found for “${words}”. Look in the families below.`}
        />
      )}
      <PlaceNote comparison={{ area }} priceLevel={priceLevel} isReal={view.isReal} />
      <div className="on-screen grid gap-3 py-4">
        <details open={unanswered !== undefined}>
          <summary>Place: {area.name}. Choose another, or adjust for prices</summary>
          <AreaForm
            action="/careers"
            area={area}
            isAdjusted={view.isReal}
            hasPriceLevel={hasPriceLevel}
            others={others}
            unanswered={unanswered}
          />
        </details>
        <details open={filters.length > 0 || Object.keys(faults).length > 0}>
          <summary>Choose by pay, schooling and growth</summary>
          <CareerFilter asked={{ view, typed, faults }} families={families} />
        </details>
      </div>
      {typed.sort !== "" && view.sort === null && (
        <p className="notice" role="status">
          Careers cannot be sorted by “{typed.sort}”.
        </p>
      )}
      {list ? (
        <>
          <h2>{listText(list.careers.length, view)}</h2>
          {filters.length > 0 && (
            <ul className="plain-list on-screen" aria-label="Filters in use">
              {filters.map(({ text, without }) => (
                <li key={text}>
                  <a href={familyAddress(without)}>Remove “{text}”</a>
                </li>
              ))}
            </ul>
          )}
          {list.unknown > 0 && <p>{unknownText(list.unknown)}</p>}
          {list.shown.length > 0 && (
            <CareerTable
              careers={list.shown}
              caption={rangeText(list, area)}
              captionHidden={list.pages === 1}
              area={area}
              view={view}
              isAdjusted={priceLevel !== undefined}
            />
          )}
          <PageLinks
            page={view.page}
            pages={list.pages}
            addressOf={(page) => familyAddress({ ...view, page })}
          />
        </>
      ) : (
        <FamilyTable summaries={summaries} area={area} view={view} isAdjusted={priceLevel !== undefined} />
      )}
      <p className="on-screen pt-4">
        {!list && (
          <>
            <a href={familyAddress({ ...view, sort: "pay" })}>All {found.careers.length} careers by pay</a>.{" "}
          </>
        )}
        Take this table with you:{" "}
        <a href={familyAddress({ ...view, page: 1 }, "/careers/table.csv")}>
          {list && list.pages > 1 ? "all its pages" : "table"} for a spreadsheet (CSV)
        </a>
        . <a href="/sources">Sources and method in full</a>
      </p>
    </Document>
  );
}

/** The place that a reader typed, where it is not one area; where it is, its address is the page to show. */
async function placeTyped(asked: Asked) {
  const typed = oneLine([asked.place].flat()[0] ?? "");
  if (typed === "") return undefined;
  const answer = placeAnswer(await areasNear(typed));
  if ("area" in answer) redirect(familyAddress({ ...familyViewOf(asked).view, area: answer.area.code }));
  return { typed: typed.slice(0, 120), answer };
}
