import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBundleIfNeeded } from "@/data/import/bundle";
import { connection } from "@/db/client";
import { NATION } from "@/domain/area";
import { offerSentences } from "@/domain/offer";
import { figureOf } from "@/domain/profile";
import { areaOf } from "@/server/area/queries";
import { profilesOf } from "@/server/profile/queries";
import { offerMarket } from "./queries";

beforeAll(async () => {
  const database = await connection();
  await loadBundleIfNeeded(database, () => {});
});
afterAll(async () => (await connection()).close());

async function marketOf(slug: string, area: string) {
  const found = await offerMarket(slug, area);
  if (!found) throw new Error(`${slug} ${area}`);
  return found;
}

test("an offer is set against the figures of the career's own page", async () => {
  const { market, priceLevel, related } = await marketOf("registered-nurses", "US-CA");
  const area = await areaOf("US-CA");
  const [profile] = await profilesOf(["registered-nurses"], area ?? NATION);
  expect(market.figures).toEqual(profile?.figures);
  expect(priceLevel).toMatchObject({ level: 110.72, name: "California", vintage: "2024" });
  expect(related).toHaveLength(10);
  for (const { slug, median } of related) {
    const [own] = await profilesOf([slug], area ?? NATION);
    expect(median, slug).toEqual(own && figureOf(own, median.measure));
    expect(median.area).toBe("US-CA");
  }
});

test("a place without figures of the work gives those of its state, then of the nation", async () => {
  const { market, asked } = await marketOf("agricultural-technicians", "cbsa-41740");
  expect(asked.code).toBe("cbsa-41740");
  expect(market.area.code).toBe("US-CA");
  expect((await marketOf("actors", "US-WY")).market.area.code).toBe("US");
});

test("a job title goes by its occupation, and the nation has no price level", async () => {
  const { market, priceLevel } = await marketOf("patient-liaison", "US");
  expect(market.occupation?.soc).toBe("29-2099");
  expect(priceLevel).toBeUndefined();
  expect(offerSentences(market, { cents: 5_029_000, unit: "year" })).toEqual([
    "$50,290 a year is at the median ($50,290).",
  ]);
});

test("work that nobody publishes pay of is not placed", async () => {
  const { market, related } = await marketOf("infantry", "US");
  expect(offerSentences(market, { cents: 5_000_000, unit: "year" })[0]).toContain("cannot be placed");
  expect(related).toEqual([]);
});

test("an unknown career or place is none", async () => {
  expect(await offerMarket("no-such-career", "US")).toBeUndefined();
  expect(await offerMarket("bakers", "US-ZZ")).toBeUndefined();
});
