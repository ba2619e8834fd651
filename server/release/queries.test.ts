import { beforeAll, expect, test } from "vitest";
import { connection } from "@/db/client";
import { releases } from "@/db/schema";
import { isConvertedCopy, liveReleases } from "./queries";

beforeAll(async () => (await connection()).migrate());

test.each([
  ["ep-employment", "ep", "2024–34", "2024–34"],
  ["ep-employment", "ep", "2025–35", "2025–35"],
  ["cps-age", "cps", "2025", "2025, without October"],
  ["cps-age", "cps", "2026", "2026"],
  ["price-levels", "bea", "2023", "2023"],
  ["onet-titles", "onet", "30.1", "2025"],
  ["onet-titles", "onet", "30.2, February 2026", "2026"],
  ["onet-skills", "onet", "30.x, August 2025", "2025"],
  ["onet-skills", "onet", "30.1, December 2025", "2025"],
  ["oews-state", "oews", "May 2026", "May 2026"],
])("%s: figures of %s %s are of %s", async (dataset, source, edition, vintage) => {
  const report = { files: [], rowsKept: {}, rowsSkipped: {} };
  const row = { dataset, source, edition, state: "live" as const, digest: "", report };
  const live = await (await connection()).transaction(async (tx) => {
    await tx.delete(releases);
    await tx.insert(releases).values(row);
    return liveReleases(tx);
  });
  expect(live.origin(live.id(dataset))).toMatchObject({ vintage, source: { release: edition } });
});

test.each([
  ["oews-state", "oews-state.csv.br", true],
  ["oews-state", "oews/oews_state_M2025.csv.gz", true],
  ["oews-state", "state_M2025_dl.xlsx", false],
  ["oews-state", "oesm25st.csv", false],
  ["price-levels", "bea_rpp/SARPP_STATE_2008_2024.csv", false],
  ["cps-age", "cps-age.csv", false],
  ["cps-age", "cps/cpsaat11b_2025_age.xlsx", false],
])("%s read from %s is a converted copy: %s", (dataset, name, isConverted) => {
  expect(isConvertedCopy(dataset, [{ name }])).toBe(isConverted);
});
