import { dollars, dollarsAndCents, sentenceCase } from "./amount";
import { type Area, NATION, placePhrase } from "./area";
import { hasValue } from "./figure";
import { oneLine } from "./letter";
import { type Offer, payPlaceOf, payPlaceSentence } from "./pay-percentile";
import { readMoney, unitFault } from "./posting-form";
import { HOURS_A_YEAR } from "./posting-view";
import { atNationalPrices, type PriceLevel } from "./price-level";
import type { Profile } from "./profile";

/** An offer, or the pay of an advert, that a reader asks about: what is typed of it, and what the published figures say to it. */

/** Pay as an address has it: `pay` as it was typed, and the unit chosen for it. */
export type PayAsked = { typed: string; unit: Offer["unit"]; isSent: boolean };

type Search = Readonly<Record<string, string | string[] | undefined>>;

export function payAsked(search: Search): PayAsked {
  const one = (name: string) => [search[name]].flat()[0];
  return {
    typed: oneLine(one("pay") ?? "").slice(0, LONGEST_PAY),
    unit: one("per") === "hour" ? "hour" : "year",
    isSent: one("pay") !== undefined,
  };
}

/** Characters that pay is kept in; an amount has far fewer. */
const LONGEST_PAY = 60;

const unitWords =
  /[\s/]*(?:\b(?:per|an?|p)\b\.?)?\s*\b(hour|hourly|hr|hrs|h|ph|year|yearly|yr|yrs|y|annum|annually|annual|pa)\.?$/i;
const otherUnits = /(?:\b|\/)\s*(day|daily|week|weekly|wk|month|monthly|mo)\.?$/i;

/** Pay as people write it: "85k", "$85,000", "20/hr", "24.50 an hour". A unit written beside it goes before the one chosen. */
export function readOffer({ typed, unit }: PayAsked): { offer: Offer } | { problem: string } {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { problem: "Enter the pay, such as 85,000, $85k or 24.50." };
  const plain = text.replace(/\u2212/g, "-");
  if (/^[-–—]\s*\$?\s*\d/.test(plain) || /^\$\s*[-–—]/.test(plain))
    return { problem: "Enter an amount above 0." };
  if (otherUnits.test(plain))
    return { problem: "Enter pay for a year or for an hour. Other spans are not converted here." };
  const written = unitWords.exec(plain.replace(/(\d|k)(ph|pa|hr|yr)\b/i, "$1 $2"));
  const amount = written ? plain.replace(/(\d|k)(ph|pa|hr|yr)\b/i, "$1 $2").slice(0, written.index) : plain;
  if (/\d.*(?:[-–—]|\bto\b).*\d/i.test(amount))
    return { problem: "Enter one amount. Of a range, check the low end and then the high end." };
  const asked: Offer["unit"] = written ? (/^(h|ph)/i.test(written[1] ?? "") ? "hour" : "year") : unit;
  const read = readMoney(amount);
  if ("problem" in read) return read;
  if (read.value === null) return { problem: "Enter the pay, such as 85,000, $85k or 24.50." };
  const problem = unitFault(read.value, asked);
  return problem ? { problem } : { offer: { cents: read.value, unit: asked } };
}

/** "$85,000 a year", "$24.50 an hour". */
function offerWords({ cents, unit }: Offer): string {
  const amount = cents / 100;
  if (unit === "hour") return `${dollarsAndCents(amount)} an hour`;
  return `${Number.isInteger(amount) ? dollars(amount) : dollarsAndCents(amount)} a year`;
}

/** An occupation's figures in the area that has them. */
export type OfferMarket = Pick<Profile, "figures" | "area" | "role">;

/** Where an offer stands among the published percentiles, in whole sentences; what keeps it from being placed where it cannot be. */
export function offerSentences(market: OfferMarket, offer: Offer): string[] {
  const place = payPlaceOf(market, offer);
  const where = placePhrase(market.area);
  const { plural } = market.role;
  if (!place) return [`No pay is published for ${plural} ${where}, so that this offer cannot be placed.`];
  const period = offer.unit === "hour" ? "hourly" : "annual";
  const isOwnUnit = market.figures.some(
    (figure) => figure.measure.startsWith(`${period}_wage_`) && hasValue(figure),
  );
  const unit = offer.unit === "hour" ? "the hour" : "the year";
  return [
    payPlaceSentence(place),
    ...(place.converted && !isOwnUnit
      ? [
          `No pay by ${unit} is published for ${plural} ${where}, so the offer and the figures have no common unit. The offer is converted at ${HOURS_A_YEAR.toLocaleString("en-US")} hours a year, which is full-time work all year. The figures stay as published.`,
        ]
      : []),
  ];
}

/** What the offer means for those who are paid less and more, as far as the published percentiles bound it. */
export function offerTitle(market: OfferMarket, offer: Offer): string {
  return sentenceCase(
    `${offerWords(offer)} for ${market.role.article} ${market.role.singular} ${placePhrase(market.area)}`,
  );
}

/** What the offer buys there, at the average prices of the nation. */
export function offerAfterPrices(offer: Offer, { name, level, source, vintage }: PriceLevel): string {
  const amount = atNationalPrices(offer.cents / 100, level, offer.unit === "hour");
  const after = offerWords({ cents: Math.round(amount * 100), unit: offer.unit });
  return `Prices in ${name} are ${level}% of the nation’s, so there ${offerWords(offer)} buys what ${after} buys at average prices (${source.name}, ${vintage}).`;
}

/** An area with larger ones around it, in words: why figures of another one are shown. */
export const largerAreaText = (asked: Area, shown: Area): string | undefined =>
  asked.code === shown.code
    ? undefined
    : `No median is published for this work ${placePhrase(asked)}. These are figures ${shown.code === NATION.code ? "of the whole nation" : `of ${shown.name}`}.`;
