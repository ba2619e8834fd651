import type { ReadInput } from "./dataset";
import { ImportError } from "./import-error";
import type { RawRow } from "./raw-table";

/** The code that statistics give the whole economy. */
const ALL_OCCUPATIONS = "00-0000";

/** The occupations that a file of figures may speak of: detailed codes of the 2018 SOC, and merged ones. */
export class KnownOccupations {
  private constructor(readonly codes: ReadonlySet<string>) {}

  /** Throws ImportError when no structure is there to check against. */
  static async of({ occupations }: ReadInput): Promise<KnownOccupations> {
    const codes = new Set((await occupations()).map(({ soc }) => soc));
    if (codes.size === 0) {
      throw new ImportError("soc/soc2018_definitions.csv", "no occupations are known yet", {
        expected: "the data set soc-structure, imported before or together with this one",
      });
    }
    return new KnownOccupations(codes);
  }

  /** A known code, or that of the whole economy. Throws ImportError on any other. */
  soc(row: RawRow, column: string | RegExp): string {
    const soc = row.soc(column);
    if (soc !== ALL_OCCUPATIONS) this.#check(row, column, soc);
    return soc;
  }

  /** An O*NET code under a known occupation. Throws ImportError on any other. */
  onetSoc(row: RawRow, column: string): string {
    const onetSoc = row.onetSoc(column);
    this.#check(row, column, onetSoc.slice(0, 7));
    return onetSoc;
  }

  #check(row: RawRow, column: string | RegExp, soc: string): void {
    if (!this.codes.has(soc))
      row.fail(column, `${soc} is no occupation of the 2018 SOC`, "a detailed code, or a merged one");
  }
}
