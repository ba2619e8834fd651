import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { CorrectionForm, correctionFieldId } from "@/components/correction/correction-form";
import { DeskTable } from "@/components/correction/desk-table";
import { HistoryTable } from "@/components/correction/history-table";
import { RevertForm, revertReasonId } from "@/components/correction/revert-form";
import { RoleForm, roleFieldId } from "@/components/correction/role-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { NothingHere } from "@/components/ui/nothing-here";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { figureText, sentenceCase } from "@/domain/amount";
import { type DeskFigure, type Level, whyNotCorrected } from "@/domain/correction";
import { isMeasureKey, measureOf, measures } from "@/domain/measure";
import { currentActor } from "@/server/actor";
import { refusedForm } from "@/server/answer/form";
import { answerWith } from "@/server/answer/status";
import { editorOf, roleDeskOf } from "@/server/correction/queries";
import { correct, edit, revert, revertPage } from "./actions";

type Address = {
  params: Promise<{ role: string }>;
  searchParams: Promise<Record<"area" | "correct" | "title" | "saved", string | string[] | undefined>>;
};

const one = (asked: string | string[] | undefined): string => [asked].flat()[0] ?? "";

const load = cache(async (slug: string, area: string) => {
  const editor = editorOf(await currentActor());
  return editor && roleDeskOf(editor, slug, area);
});

/** The form that this very request sent and had refused, with the ids of its controls. */
function refusal() {
  const [correction, reverted] = [refusedForm("figure.correct"), refusedForm("figure.revert")];
  const [edited, pageReverted] = [refusedForm("role.edit"), refusedForm("role.revert")];
  const level: Level = correction?.values.level === "title" ? "title" : "official";
  if (correction)
    return { ...correction, idOf: (field: string) => correctionFieldId(level, field), correction, level };
  if (reverted)
    return { ...reverted, idOf: () => revertReasonId(String(reverted.values.correction)), reverted };
  if (edited) return { ...edited, idOf: roleFieldId, edited };
  return pageReverted && { ...pageReverted, idOf: () => "revert-page-reason", pageReverted };
}

export async function generateMetadata({ params, searchParams }: Address): Promise<Metadata> {
  const desk = await load((await params).role, one((await searchParams).area) || "US");
  const title = desk
    ? `${refusal() ? "Error: " : ""}Role data: ${sentenceCase(desk.role.singular)}`
    : "Page not found";
  return { title, robots: { index: false } };
}

const savedWords: Record<string, string> = {
  "figure.correct": "The figure is saved. Readers see it now.",
  "figure.revert": "The imported figure stands again.",
  "role.edit": "The page is saved. Readers see it now.",
  "role.revert": "The page stands as imported again.",
};

/** A role's figures and words with all that an editor may do to them, and what editors did. */
export default async function RoleDeskPage({ params, searchParams }: Address) {
  const { role: slug } = await params;
  const asked = await searchParams;
  if ((await currentActor()).kind === "visitor")
    redirect(`/sign-in?next=/admin/roles/${encodeURIComponent(slug)}`);
  const desk = await load(slug, one(asked.area) || "US");
  if (!desk) {
    answerWith(404);
    return <NothingHere />;
  }
  const { role, area, occupation, figures, titleFigures, elsewhere } = desk;
  const refused = refusal();
  const refusedAs = (level: Level) =>
    refused && "correction" in refused && refused.level === level ? refused.correction : undefined;
  const chosen = (level: Level, fromAddress: string) => {
    const measure = String(refusedAs(level)?.values.measure ?? fromAddress);
    return isMeasureKey(measure) && !whyNotCorrected(measure, level) ? measure : undefined;
  };
  const here = `/admin/roles/${role.slug}?area=${area.code}`;
  const official = chosen("official", one(asked.correct));
  const ofTitle = role.kind === "title" ? chosen("title", one(asked.title)) : undefined;
  const nowOf = (list: DeskFigure[], measure: string) => {
    const found = list.find(({ figure }) => figure.measure === measure);
    return found ? figureText(found.figure) : "nothing";
  };
  const reverted = refused && "reverted" in refused ? refused.reverted : undefined;
  const pageReverted = refused && "pageReverted" in refused ? refused.pageReverted : undefined;
  const saved = refused ? undefined : savedWords[one(asked.saved)];
  return (
    <>
      {refused && <ErrorSummary {...refused} />}
      {saved && <p role="status">{saved}</p>}
      <h1 className="home-title">Role data: {sentenceCase(role.singular)}</h1>
      <p className="prose">
        {occupation ? `Counted as ${occupation.soc}, ${occupation.title}.` : "Mapped to no occupation."}{" "}
        <a href={`/careers/${role.slug}`}>The page that readers see</a>,{" "}
        <a href="/admin/roles">other roles</a>
      </p>
      <form className="ask" method="get" action={`/admin/roles/${role.slug}`}>
        <Field
          id="area"
          name="area"
          label="Place"
          hint="US, a state such as US-CA, or a metro area such as cbsa-41940."
          defaultValue={one(asked.area) || "US"}
          error={desk.isAreaUnknown ? "No place has this code. The nation is shown." : undefined}
          maxLength={40}
        />
        <Button>Show</Button>
      </form>
      {official && (
        <Section id="correct" title="Correct a figure" note={`In ${area.name}`}>
          <CorrectionForm
            role={role.slug}
            level="official"
            measure={official}
            area={area.code}
            now={nowOf(figures, official)}
            action={correct}
            refused={refusedAs("official")}
          />
        </Section>
      )}
      <Section id="figures" title="Official figures" note={`Of the occupation, in ${area.name}`}>
        <DeskTable
          caption="Official figures"
          role={role.slug}
          level="official"
          figures={figures}
          correctHref={(measure) => `${here}&correct=${measure}#correct`}
          revert={revert}
          refused={reverted}
        />
      </Section>
      {elsewhere.length > 0 && (
        <Section
          id="elsewhere"
          title="Other corrections"
          note="Of other places, or without an imported figure"
        >
          <ul className="plain-list">
            {elsewhere.map((correction) => (
              <li key={correction.id}>
                {measureOf(correction.measure).label}, {correction.area}, by <bdi>{correction.by}</bdi>.{" "}
                <a href={`/admin/roles/${role.slug}?area=${encodeURIComponent(correction.area)}`}>Show</a>{" "}
                <RevertForm role={role.slug} correction={correction.id} action={revert} refused={reverted} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {role.kind === "title" && (
        <Section
          id="title"
          title="Figures of the title"
          note="Shown under the official ones, never in a verdict"
        >
          {titleFigures.length > 0 && (
            <DeskTable
              caption="Figures of the title"
              role={role.slug}
              level="title"
              figures={titleFigures}
              correctHref={(measure) => `${here}&title=${measure}#title`}
              revert={revert}
              refused={reverted}
            />
          )}
          <form className="form" method="get" action={`/admin/roles/${role.slug}#title`}>
            <input type="hidden" name="area" value={area.code} />
            <SelectField
              id="title-choice"
              name="title"
              label="Measure to add"
              defaultValue={ofTitle ?? ""}
              options={[
                { value: "", text: "Choose a measure" },
                ...measures
                  .filter(({ key }) => !whyNotCorrected(key, "title"))
                  .map(({ key, label }) => ({ value: key, text: label })),
              ]}
            />
            <Button>Choose</Button>
          </form>
          {ofTitle && (
            <CorrectionForm
              role={role.slug}
              level="title"
              measure={ofTitle}
              area="US"
              now={nowOf(titleFigures, ofTitle)}
              action={correct}
              refused={refusedAs("title")}
            />
          )}
        </Section>
      )}
      <Section id="page" title="The page" note="Summary, duties, other titles, mapping">
        <RoleForm
          role={role}
          duties={desk.duties}
          action={edit}
          refused={refused && "edited" in refused ? refused.edited : undefined}
        />
        {desk.isEdited && (
          <form className="form" action={revertPage} noValidate>
            <input type="hidden" name="role" value={role.slug} />
            <Field
              id="revert-page-reason"
              name="reason"
              label="Why the page is reverted"
              maxLength={500}
              defaultValue={String(pageReverted?.values.reason ?? "")}
              error={pageReverted?.fieldErrors.reason?.[0]}
            />
            <Button>Revert the page to what was imported</Button>
          </form>
        )}
      </Section>
      <Section id="history" title="History" note="Newest first">
        <HistoryTable entries={desk.history} />
      </Section>
    </>
  );
}
