import { censusOccupations } from "./census-occupation";
import { type Reader, type RowsByTable, Tally } from "./dataset";
import { KnownOccupations } from "./known-occupation";
import { RowKeys, readCsv } from "./raw-table";

/** Links between code systems: SOC 2018 to CIP 2020 and Census 2018, and older SOC and O*NET-SOC codes to ours. */
export const readCrosswalks: Reader = async (input) => {
  const { folder } = input;
  const tally = new Tally();
  const known = await KnownOccupations.of(input);
  const keys = new RowKeys();
  const links: NonNullable<RowsByTable["crosswalk_links"]> = [];
  for (const row of tally.opened(
    await readCsv(folder, "soc/soc2018_cip2020_crosswalk.csv", { rows: 6093 }),
  )) {
    const toCode = row.code("CIP2020Code", /^\d\d\.\d{4}$/, "a CIP code such as 44.0401");
    const fromCode = row.soc("SOC2018Code");
    // 99.9999 says that no programme leads to the occupation, 99-9999 that a programme leads to none.
    if (toCode.startsWith("99.") || fromCode === "99-9999") {
      tally.skip("field of study or occupation without a match");
      continue;
    }
    keys.add(row, "CIP2020Code", fromCode, toCode);
    links.push({
      fromSystem: "soc-2018",
      fromCode: known.soc(row, "SOC2018Code"),
      toSystem: "cip-2020",
      toCode,
      toTitle: row.required("CIP2020Title").replace(/\.$/, ""),
    });
  }
  for (const census of await censusOccupations(folder, tally)) {
    for (const fromCode of census.socs) {
      links.push({
        fromSystem: "soc-2018",
        fromCode,
        toSystem: "census-2018",
        toCode: census.code,
        toTitle: census.title,
      });
    }
  }
  for (const row of tally.opened(await readCsv(folder, "soc/soc2010_to_2018_crosswalk.csv", { rows: 900 }))) {
    const fromCode = row.soc("SOCCode2010");
    const toCode = known.soc(row, "SOCCode2018");
    keys.add(row, "SOCCode2018", "2010", fromCode, toCode);
    links.push({
      fromSystem: "soc-2010",
      fromCode,
      toSystem: "soc-2018",
      toCode,
      toTitle: row.required("SOCTitle2018"),
    });
  }
  for (const row of tally.opened(await readCsv(folder, "soc/onet_soc_2010_to_2019.csv"))) {
    const fromCode = row.onetSoc("O*NET-SOC 2010 Code");
    const toCode = known.onetSoc(row, "O*NET-SOC 2019 Code");
    keys.add(row, "O*NET-SOC 2019 Code", fromCode, toCode);
    links.push({
      fromSystem: "onet-soc-2010",
      fromCode,
      toSystem: "onet-soc-2019",
      toCode,
      toTitle: row.required("O*NET-SOC 2019 Title"),
    });
  }
  return tally.result({ crosswalk_links: links });
};
