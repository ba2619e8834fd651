import fs from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { OfficialCopy, RAW } from "./official-copy";

const folder = "onet/db_30_1_text";
const readMe = `${folder}/Read Me.txt`;
const official = new OfficialCopy();

describe.skipIf(!fs.existsSync(RAW))("the release of an O*NET folder", () => {
  beforeEach(() => official.copy([`${folder}/Related Occupations.txt`, readMe]));

  test("is that of Read Me.txt", async () => {
    expect((await official.read("onet-related")).edition).toBe("30.1");
  });

  test.each([
    ["30.2", "February 2026", "30.2, February 2026"],
    ["30.0", "August 2025", "30.0, August 2025"],
    ["31.0", "August 2026", "31.0, August 2026"],
  ])("%s of %s", async (number, month, edition) => {
    official.copy([readMe], (text) => text.replaceAll("30.1", number).replace("December 2025", month));
    expect((await official.read("onet-related")).edition).toBe(edition);
  });

  test.each([
    [
      "30.1 Database",
      "29.3 Database",
      /line 1: the folder holds "O\*NET 29\.3 Database"; expected O\*NET 30\.0/,
    ],
    ["O*NET 30.1", "O*NET", /line 1: the folder holds "O\*NET Database"/],
    ["December 2025 Release", "Release", /line 2: the release is dated "Release"; expected the month/],
  ])("%s as %s is refused", async (from, to, message) => {
    official.copy([readMe], (text) => text.replace(from, to));
    expect(await official.refusal("onet-related")).toMatch(message);
  });
});
