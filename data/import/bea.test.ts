import fs from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW } from "./official-copy";

const trimmed = ["bea_rpp/rpp_2024_state_all_items.csv", "bea_rpp/rpp_2024_metro_all_items.csv"] as const;
const official = new OfficialCopy();

describe.skipIf(!fs.existsSync(RAW))("price levels", () => {
  beforeEach(() => official.clear());

  test("are of the year in their rows", async () => {
    official.copy(trimmed);
    expect((await official.read("price-levels")).edition).toBe("2024");
    official.copy(trimmed, (text) => text.replaceAll(",2024", ",2025"));
    const later = await official.read("price-levels");
    expect(later.edition).toBe("2025");
    expect(later.tables[0]?.text).toContain("US-CA,2025,110.72\n");
  });

  test("of two years are refused", async () => {
    official.copy(trimmed);
    official.copy([trimmed[1]], (text) => text.replaceAll(",2024", ",2025"));
    expect(await official.refusal("price-levels")).toMatch(
      /metro_all_items\.csv, line \d+, column "rpp_year": the price level is of 2025, and one above of 2024/,
    );
  });
});
