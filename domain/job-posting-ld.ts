import { Temporal } from "temporal-polyfill";
import { dayIn } from "./posting";
import {
  isFromAnywhere,
  type ListedPosting,
  type Offer,
  type PublicPosting,
  postingPath,
  webAddress,
} from "./posting-view";

/**
 * A posting as schema.org JobPosting for search engines.
 * https://schema.org/JobPosting, https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */

const employmentTypes: Record<NonNullable<ListedPosting["terms"]>, string> = {
  full_time: "FULL_TIME",
  part_time: "PART_TIME",
  contract: "CONTRACTOR",
  temporary: "TEMPORARY",
  internship: "INTERN",
};

/**
 * The JobPosting object of an open posting; undefined for any other, so that markup ends with the posting.
 * `origin` is the site's own, as in `https://example.org`. Days and times are in the posting's own zone;
 * `validThrough` is its last second.
 */
export function jobPostingLd(posting: PublicPosting, origin: string): Record<string, unknown> | undefined {
  const { status, endsAt, firstPostedAt, zone, employer, terms } = posting;
  if (status !== "open" || !endsAt || !firstPostedAt || !zone) return undefined;
  const site = webAddress(employer.site)?.href;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: posting.title,
    description: posting.descriptionHtml,
    url: new URL(postingPath(posting), origin).href,
    datePosted: dayIn(zone, firstPostedAt),
    validThrough: momentIn(zone, new Date(endsAt.getTime() - 1000)),
    identifier: { "@type": "PropertyValue", name: employer.name, value: posting.id },
    hiringOrganization: { "@type": "Organization", name: employer.name, ...(site && { sameAs: site }) },
    directApply: posting.applyBy === "here",
    ...(terms && { employmentType: employmentTypes[terms] }),
    ...placeOf(posting),
    ...salaryOf(posting.pay),
  };
}

/** `2026-12-24T23:59:59-08:00` */
const momentIn = (zone: string, moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });

function placeOf(posting: PublicPosting) {
  const { workplace, city, state, remoteStates } = posting;
  if (workplace === "remote")
    return {
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements:
        remoteStates.length === 0 || isFromAnywhere(posting)
          ? { "@type": "Country", name: "USA" }
          : remoteStates.map(({ name }) => ({ "@type": "State", name: `${name}, USA` })),
    };
  const address = {
    "@type": "PostalAddress",
    ...(city && { addressLocality: city }),
    ...(state && { addressRegion: state.postal }),
    addressCountry: "US",
  };
  return { jobLocation: { "@type": "Place", address } };
}

function salaryOf(pay: Offer | null) {
  if (!pay || (pay.minCents === null && pay.maxCents === null)) return {};
  const { minCents, maxCents } = pay;
  const amounts =
    minCents !== null && minCents === maxCents
      ? { value: minCents / 100 }
      : {
          ...(minCents !== null && { minValue: minCents / 100 }),
          ...(maxCents !== null && { maxValue: maxCents / 100 }),
        };
  const value = { "@type": "QuantitativeValue", ...amounts, unitText: pay.unit === "hour" ? "HOUR" : "YEAR" };
  return { baseSalary: { "@type": "MonetaryAmount", currency: "USD", value } };
}

const escapes: Record<string, string> = { "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/** JSON that cannot end the script element it stands in, nor open a comment there; the same value when parsed. */
export const jsonLdText = (object: Record<string, unknown>): string =>
  JSON.stringify(object).replace(/[<\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);
