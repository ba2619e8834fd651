import { oneLine } from "./letter";
import type { PayPeriod } from "./pay-dots";
import { payScaleOf, payShareOf } from "./pay-percentile";
import { HOURS_A_YEAR } from "./posting-view";
import type { Profile } from "./profile";

/** A reader's own pay in dollars a year, and where it would stand among what is published of a job. `public/enhance.js` says the same while it is typed. */

/** The same in the unit of a picture. */
export const ownPayIn = (period: PayPeriod, dollarsAYear: number): number =>
  period === "annual" ? dollarsAYear : dollarsAYear / HOURS_A_YEAR;

/** Where a reader's own pay, in dollars a year, would stand in a job: between published percentiles and no closer. */
export function ownPaySentence(profile: Profile, dollarsAYear: number): string {
  const { plural } = profile.role;
  const share = payShareOf(profile, { cents: Math.round(dollarsAYear * 100), unit: "year" });
  if (!share) return `No pay is published that your own could be set against for ${plural}.`;
  const { offer, converted, from, to } = share;
  const lead = converted
    ? `With ${offer}, which is ${converted} at ${HOURS_A_YEAR.toLocaleString("en-US")} hours a year, you would`
    : `With ${offer} you would`;
  if (from === to)
    return `${lead} stand at the ${from}th percentile of ${plural}: about ${from}% of them earn less.`;
  if (from === 0) return `${lead} earn less than at least ${100 - to}% of ${plural}.`;
  if (to === 100) return `${lead} earn more than at least ${from}% of ${plural}.`;
  return `${lead} earn more than ${from}% of ${plural}, and less than ${100 - to}% of them.`;
}

/**
 * What the sentences above are made from, a line a career, for a program in the page that says them while pay is
 * typed: "year 30000 35000 40000 208000+ - pharmacy aides" is the unit, the five percentiles ("-": none is
 * published; "+": no less than that) and the name of many.
 */
export const ownPayScales = (profiles: readonly Profile[]): string =>
  profiles
    .map((profile) => {
      const { unit, marks } = payScaleOf(profile, "year");
      const amounts = [10, 25, 50, 75, 90].map((rank) => {
        const mark = marks.find(({ percent }) => percent === rank);
        return mark ? `${mark.dollars}${mark.atLeast ? "+" : ""}` : "-";
      });
      return [unit, ...amounts, oneLine(profile.role.plural)].join(" ");
    })
    .join("\n");
