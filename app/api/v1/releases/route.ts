import { csvOf } from "@/domain/csv";
import { operations } from "@/domain/open-data";
import { opened } from "@/server/answer/open-data";
import { openReleases } from "@/server/release/open-release";

const columns = [
  "dataset",
  "source",
  "name",
  "release",
  "vintage",
  "publisher",
  "licence",
  "attribution",
  "url",
  "converted",
  "importedAt",
  "rows",
  "digest",
  "file",
] as const;

/** `GET /api/v1/releases`: every loaded data set with its release, its terms and the file of its rows. */
export const { GET, OPTIONS } = opened(operations.releases, async () => {
  const releases = await openReleases();
  return {
    body: { releases },
    draws: { datasets: releases.map(({ dataset }) => dataset) },
    csv: () => csvOf(columns, releases),
  };
});
