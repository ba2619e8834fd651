import { censusOccupations } from "./census-occupation";
import { type Reader, type RowsByTable, Tally } from "./dataset";
import { readCsv } from "./raw-table";

/** Links between code systems: SOC 2018 to CIP 2020 and Census 2018, and older SOC and O*NET-SOC codes to ours. */
export const readCrosswalks: Reader = async ({ folder }) => {
  const tally = new Tally();
  const links: NonNullable<RowsByTable["crosswalk_links"]> = [];
  for (const row of tally.opened(readCsv(folder, "soc/soc2018_cip2020_crosswalk.csv"))) {
    const toCode = row.code("CIP2020Code", /^\d\d\.\d{4}$/, "a CIP code such as 44.0401");
    const fromCode = row.soc("SOC2018Code");
    // 99.9999 says that no programme leads to the occupation, 99-9999 that a programme leads to none.
    if (toCode.startsWith("99.") || fromCode === "99-9999") {
      tally.skip("field of study or occupation without a match");
      continue;
    }
    links.push({
      fromSystem: "soc-2018",
      fromCode,
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
  for (const row of tally.opened(readCsv(folder, "soc/soc2010_to_2018_crosswalk.csv"))) {
    links.push({
      fromSystem: "soc-2010",
      fromCode: row.soc("SOCCode2010"),
      toSystem: "soc-2018",
      toCode: row.soc("SOCCode2018"),
      toTitle: row.required("SOCTitle2018"),
    });
  }
  for (const row of tally.opened(readCsv(folder, "soc/onet_soc_2010_to_2019.csv"))) {
    links.push({
      fromSystem: "onet-soc-2010",
      fromCode: row.onetSoc("O*NET-SOC 2010 Code"),
      toSystem: "onet-soc-2019",
      toCode: row.onetSoc("O*NET-SOC 2019 Code"),
      toTitle: row.required("O*NET-SOC 2019 Title"),
    });
  }
  return tally.result({ crosswalk_links: links });
};
