import { dollars, dollarsAndCents, listed, sentenceCase } from "./amount";
import { placePhrase } from "./area";
import { type Figure, hasValue } from "./figure";
import type { Profile, Rating, Technology } from "./profile";
import { occupationRoleName } from "./role";
import { schoolingPhrase } from "./schooling";

/**
 * What a role is, in two to four plain sentences made from the profile's own facts, for roles without text
 * written by hand. A missing figure gives no sentence.
 */
export function roleSummary(profile: Profile): string {
  const { occupation, lists, figures } = profile;
  if (!occupation)
    return `${sentenceCase(profile.role.plural)} are not matched to an official occupation yet.`;
  const isMilitary = occupation.soc.startsWith("55-");
  const isRest = isRestGroup(occupationRoleName(occupation.title).plural);
  return [
    openingSentences(profile, occupation.title),
    isMilitary ? "No civilian pay figures are published for them." : null,
    // The tools of a rest group are those of a few of its members.
    isRest ? null : toolSentence(lists.technology, lists.knowledge),
    entrySentence(figures),
    paySentence(profile),
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

/** What the people do. A title counted under an occupation of another name says whose work it is. */
function openingSentences(profile: Profile, title: string): string {
  const { role, lists } = profile;
  const work = workPhrase(lists.duties);
  const group = occupationRoleName(title).plural;
  const rest = isRestGroup(group);
  if (role.kind === "title" && role.plural !== group) {
    const counted = `${sentenceCase(role.plural)} are counted among ${group}`;
    if (!work) return `${counted}.`;
    return rest ? `${counted}. Some people in that group ${work}.` : `${counted}, who ${work}.`;
  }
  if (rest) {
    const held = `This group holds the ${group.replace(restTail, "")} who fit no other group.`;
    return work ? `${held} Some of them ${work}.` : held;
  }
  if (work) return `${sentenceCase(role.plural)} ${work}.`;
  return profile.occupation?.soc.startsWith("55-")
    ? `${sentenceCase(role.plural)} serve in the armed forces.`
    : `${sentenceCase(role.plural)} form one of the groups in which jobs are officially counted.`;
}

/** Official groups for those whom no other group takes: role.ts names them so. */
const restTail = " not listed elsewhere";
const isRestGroup = (plural: string) => plural.includes(restTail);

/**
 * Up to three activities as the rest of a sentence about many people: "schedule appointments, and …". Short
 * ones without "and" or commas of their own first, so that the list reads as one, and no verb twice.
 */
function workPhrase(duties: readonly string[]): string | null {
  const activities = duties.map(activityPhrase);
  const plain = activities.filter((text) => text.length <= 70 && !/,| and |;/.test(text));
  const chosen: string[] = [];
  for (const text of plain.length >= 2 ? plain : activities) {
    if (!chosen.some((other) => verbOf(other) === verbOf(text))) chosen.push(text);
    if (chosen.length === 3) break;
  }
  return chosen.length > 0 ? listed(chosen) : null;
}

const verbOf = (text: string) => text.split(" ", 1)[0];

/** The publisher's activity title inside a sentence, with the few small words mended that it leaves out. */
const activityPhrase = (title: string) =>
  title
    .replace(/\.$/, "")
    .replace(/^Inspected /, "Inspect ")
    .replace(/ in area of /, " in their area of ")
    .replace(/ to public$/, " to the public")
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** Programs of every office, which tell little of a role that has its own. */
const officePrograms =
  /^(Microsoft (Excel|Word|Outlook|PowerPoint|Office software|Windows|Edge|Internet Explorer|Teams)|Apple (macOS|Safari)|Mozilla Firefox|Google (Chrome|Docs)|Facebook|Zoom|Productivity software|Business software applications)$/;

/**
 * Software only where adverts for this very occupation often ask for it: the programs that are merely hot
 * across all work would give laborers AutoCAD. Else the fields of knowledge that are important to it.
 */
function toolSentence(technology: readonly Technology[], knowledge: readonly Rating[]): string | null {
  const software = technology.filter(({ name, inDemand }) => inDemand && !officePrograms.test(name));
  if (software.length >= 2) {
    return `Software they use includes ${listed(software.slice(0, 3).map(({ name }) => softwarePhrase(name)))}.`;
  }
  const fields = knowledge
    .filter(({ name, importance }) => importance >= IMPORTANT && !commonKnowledge.has(name))
    .slice(0, 3)
    .map(({ name }) => knowledgePhrase(name));
  return fields.length > 0 ? `The work calls for knowledge of ${fieldsListed(fields)}.` : null;
}

/** Two fields, one of which holds "and" of its own, need a comma to be told apart. */
const fieldsListed = (fields: string[]) =>
  fields.length === 2 && fields.some((field) => field.includes(" and "))
    ? fields.join(", and ")
    : listed(fields);

/** What O*NET's scale of importance names "important". */
const IMPORTANT = 3;

/** Fields that most work calls for, which tell none of it apart. */
const commonKnowledge = new Set(["English Language", "Customer and Personal Service"]);

/** "SQL" for the publisher's "Structured query language SQL", "learning management systems" for "… system LMS"; kinds of software in lower case, names as they are. */
const softwarePhrase = (name: string) =>
  name
    .replace(/^[A-Z][a-z]+(?: [a-z]+)* (?:language|sheets) ([A-Z]{2,})$/, "$1")
    .replace(/^([A-Z][a-z]+(?: [a-z]+)* system)s? [A-Z]{2,}(?: systems)?$/, "$1s")
    .replace(
      /^(?!Rust )[A-Z][a-z]+(?: [a-z]+){2,}$|^(Accounting|Payroll|Purchasing|Reporting|Statistical|Tax) software$/,
      (kind) => kind.toLowerCase(),
    )
    .replaceAll("'", "’");

const knowledgeNames: Record<string, string> = {
  Administrative: "office work",
  Mechanical: "machines and tools",
  "Foreign Language": "a foreign language",
};

const knowledgePhrase = (name: string) => knowledgeNames[name] ?? name.toLowerCase();

const experiencePhrases: Record<string, string> = {
  "Less than 5 years": "some experience in a related job (under five years)",
  "5 years or more": "five years or more of experience in a related job",
};

const trainingPhrases: Record<string, string> = {
  "Short-term on-the-job training": "train on the job for up to a month",
  "Moderate-term on-the-job training": "train on the job for one month to a year",
  "Long-term on-the-job training": "train on the job for more than a year",
  Apprenticeship: "learn the trade as apprentices",
};

function entrySentence(figures: readonly Figure[]): string | null {
  const text = (measure: string) => String(figureOf(figures, measure)?.value ?? "");
  const schooling = schoolingPhrase(text("entry_education"));
  if (!schooling) return null;
  const needs = [schooling];
  const experience = experiencePhrases[text("work_experience_required")];
  if (experience) needs.push(experience);
  if (text("on_the_job_training") === "Internship/residency") needs.push("an internship or residency");
  const need = schooling.startsWith("no ") ? needs.join(" but ") : listed(needs);
  const training = trainingPhrases[text("on_the_job_training")];
  const joint = need === "no formal schooling" ? " and" : ", then";
  return `To start, people typically need ${need}${training ? `${joint} ${training}` : ""}.`;
}

function paySentence({ figures, occupation, area }: Profile): string | null {
  const annual = figureOf(figures, "annual_wage_median");
  const figure = annual ?? figureOf(figures, "hourly_wage_median");
  if (!figure) return null;
  const say = (amount: number) =>
    annual ? `${dollars(amount)} a year` : `${dollarsAndCents(amount)} an hour`;
  const group = occupation?.mergedInto
    ? `${sentenceCase(occupationRoleName(occupation.mergedInto.title).plural)} are counted as one group. `
    : "";
  // Pay as published is never derived: only dividing it by a price level makes it so.
  const pay = group ? "its median pay" : "the median pay";
  const start = figure.method === "derived" ? `After adjusting for prices, ${pay}` : sentenceCase(pay);
  const opening = `${group}${start} ${placePhrase(area)} was`;
  if (typeof figure.value === "number") {
    return `${opening} ${say(figure.value)} in ${figure.vintage}: half earned more and half less.`;
  }
  return figure.low === null ? null : `${opening} at least ${say(figure.low)} in ${figure.vintage}.`;
}

/** The figure of a measure when it has something to say. */
const figureOf = (figures: readonly Figure[], measure: string) =>
  figures.find((figure) => figure.measure === measure && hasValue(figure));
