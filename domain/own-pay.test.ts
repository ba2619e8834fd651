import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import { NATION } from "./area";
import { readPay } from "./comparison-view";
import { emptyFigure } from "./figure";
import { oneLine } from "./letter";
import { readOffer } from "./offer";
import { ownPayScales, ownPaySentence } from "./own-pay";
import { percentiles } from "./pay-dots";
import { payPlaceOf, payPlaceSentence, payPlaces } from "./pay-percentile";
import type { Profile } from "./profile";

const origin = { source: { id: "oews", name: "OEWS", release: "May 2025", url: "" }, vintage: "May 2025" };
const aides = (amounts: Record<string, number | `${number}+`>) =>
  ({
    role: { plural: "pharmacy aides" },
    area: NATION,
    figures: Object.entries(amounts).map(([measure, amount]) => ({
      ...emptyFigure(measure, origin, "US"),
      value: typeof amount === "number" ? amount : null,
      low: typeof amount === "string" ? Number(amount.slice(0, -1)) : null,
    })),
  }) as unknown as Profile;
const annual = {
  annual_wage_p10: 30_000,
  annual_wage_p25: 35_000,
  annual_wage_median: 40_000,
  annual_wage_p75: 50_000,
  annual_wage_p90: 70_000,
};

test.each([
  [60_000, "With $60,000 a year you would earn more than 75% of pharmacy aides, and less than 10% of them."],
  [
    50_000,
    "With $50,000 a year you would stand at the 75th percentile of pharmacy aides: about 75% of them earn less.",
  ],
  [20_000, "With $20,000 a year you would earn less than at least 90% of pharmacy aides."],
  [90_000, "With $90,000 a year you would earn more than at least 90% of pharmacy aides."],
])("own pay of %d is placed by published percentiles alone", (pay, sentence) => {
  expect(ownPaySentence(aides(annual), pay)).toBe(sentence);
});

test("own pay above what is known only as a floor is placed by what lies below", () => {
  const open = { ...annual, annual_wage_p75: "208000+", annual_wage_p90: "208000+" } as const;
  expect(ownPaySentence(aides(open), 300_000)).toBe(
    "With $300,000 a year you would earn more than at least 50% of pharmacy aides.",
  );
  expect(ownPaySentence(aides(open), 100_000)).toBe(
    "With $100,000 a year you would earn more than 50% of pharmacy aides, and less than 25% of them.",
  );
});

test("own pay is converted for pay by the hour, and says so", () => {
  expect(ownPaySentence(aides({ hourly_wage_p10: 20, hourly_wage_median: 30 }), 52_000)).toBe(
    "With $52,000 a year, which is $25.00 an hour at 2,080 hours a year, you would earn more than 10% of pharmacy aides, and less than 50% of them.",
  );
});

test("without published pay there is nothing to be set against", () => {
  expect(ownPaySentence(aides({}), 52_000)).toBe(
    "No pay is published that your own could be set against for pharmacy aides.",
  );
});

let enhance: typeof import("../public/enhance.js");
beforeAll(async () => {
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("customElements", { define: () => undefined });
  enhance = await import("../public/enhance.js");
});

test("scales for a program name the unit, five percentiles and the career, a line each", () => {
  const open = { annual_wage_p10: 30_000, annual_wage_median: 40_000, annual_wage_p90: "239200+" } as const;
  expect(ownPayScales([aides(open), aides({ hourly_wage_median: 20.5 })])).toBe(
    "year 30000 - 40000 - 239200+ pharmacy aides\nhour - - 20.5 - - pharmacy aides",
  );
});

/** Published pay in rising order: by the year, by the hour or both, any of it missing, the last of it a floor. */
const published = fc
  .record({
    annual: fc.array(fc.option(fc.integer({ min: 15_000, max: 40_000 }), { freq: 4 }), {
      minLength: 5,
      maxLength: 5,
    }),
    hourly: fc.array(fc.option(fc.integer({ min: 700, max: 2_000 }), { freq: 4 }), {
      minLength: 5,
      maxLength: 5,
    }),
    floors: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ annual, hourly, floors }) => {
    const figuresOf = (period: string, amounts: (number | null)[]) => {
      const rising = amounts.flatMap((amount) => amount ?? []).sort((a, b) => a - b);
      let next = 0;
      return percentiles.flatMap((key, i): [string, number | `${number}+`][] => {
        if (amounts[i] === null) return [];
        const amount = rising[next++] ?? 0;
        return [[`${period}_wage_${key}`, i >= 5 - floors ? `${amount}+` : amount]];
      });
    };
    const cents = hourly.map((amount) => amount && amount / 100);
    return Object.fromEntries([...figuresOf("annual", annual), ...figuresOf("hourly", cents)]);
  });

test("what is said while pay is typed is what the site answers", () => {
  fc.assert(
    fc.property(
      published,
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 0, max: 9 }),
      (amounts, cents, at) => {
        const career = aides(amounts);
        // At a published amount as well as between them.
        const shown = Object.values(amounts).map((amount) => Number.parseFloat(String(amount)));
        const exact = shown[at] ?? cents / 100;
        for (const pay of [cents / 100, cents, exact, exact * 2_080])
          expect(enhance.ownPayWords(ownPayScales([career]), pay)).toBe(ownPaySentence(career, pay));
      },
    ),
    { numRuns: 500 },
  );
});

test("what is said of an offer while it is typed is what the site answers", () => {
  fc.assert(
    fc.property(
      published,
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom("year" as const, "hour" as const),
      (amounts, cents, at, unit) => {
        const career = aides(amounts);
        const shown = Object.values(amounts).map((amount) => Number.parseFloat(String(amount)) * 100);
        for (const offered of [cents, shown[at] ?? cents, (shown[at] ?? cents) * 2_080]) {
          const offer = { cents: Math.round(offered), unit };
          const place = payPlaceOf(career, offer);
          expect(enhance.offerWords(payPlaces(career, unit), offer.cents, unit) || undefined).toBe(
            place && payPlaceSentence(place),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});

const typings = [
  "60000",
  "60,000",
  "$60,000",
  " $ 60,000.50 ",
  "60k",
  "60.5 K",
  "$60k",
  "6,00",
  "60,000k",
  "1e5",
  "-5",
  "0",
  "",
  "k",
  "a lot",
  "99999999999",
  "100000000",
  "100000000.01",
  "60 000",
  "60000 %",
  "$",
  "60\u00a0k",
  "６００",
  "60\u200b000",
  ".5",
  "5.",
];

test.each(typings)("pay typed as %j is read as the site reads it", (typed) => {
  expect(enhance.payTyped(typed)).toBe(readPay(oneLine(typed)));
});

test.each([...typings, "24.50", "24.555", "20/hr", "$20 - $25", "0.5k", "1,000,000", "4,999", "5,001"])(
  "an offer typed as %j is read as the site reads it, or left to the site",
  (typed) => {
    for (const unit of ["year", "hour"] as const) {
      const cents = enhance.offerTyped(typed, unit);
      if (cents !== undefined)
        expect({ offer: { cents, unit } }).toEqual(readOffer({ typed: oneLine(typed), unit, isSent: true }));
    }
  },
);

test("an amount in plain digits is read for either unit", () => {
  expect(enhance.offerTyped("$85,000", "year")).toBe(8_500_000);
  expect(enhance.offerTyped("85.5k", "year")).toBe(8_550_000);
  expect(enhance.offerTyped("24.50", "hour")).toBe(2_450);
  expect(enhance.offerTyped("24.50", "year")).toBeUndefined();
});
