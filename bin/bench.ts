import { frontBench } from "./bench/front";
import { importBench } from "./bench/import";
import { killBench } from "./bench/kill";
import { pagesBench } from "./bench/pages";
import { proseBench } from "./bench/prose";
import { titlesBench } from "./bench/titles";
import { unnoticedBench } from "./bench/unnoticed";
import { waysBench } from "./bench/ways";

/** One measured number beside the most, or the least, that it may be. */
export type Measured = { what: string; value: number; unit: string } & (
  | { limit: number; atLeast?: undefined }
  | { atLeast: number; limit?: undefined }
);

const benches: Record<string, (say: (text: string) => void) => Promise<Measured[]>> = {
  front: frontBench,
  import: importBench,
  kill: killBench,
  pages: pagesBench,
  prose: proseBench,
  titles: titlesBench,
  unnoticed: unnoticedBench,
  ways: waysBench,
};

/** `npm run bench` runs all, `npm run bench -- import` one; exits with 1 when a number is beyond its limit. */
async function run(names: string[]): Promise<void> {
  for (const name of names) {
    const bench = benches[name];
    if (!bench) throw new Error(`no bench is named "${name}"; there are ${Object.keys(benches).join(", ")}`);
    console.log(`== ${name}`);
    for (const { what, value, limit, atLeast, unit } of await bench((text) => console.log(text))) {
      // A number that could not be had is within no limit.
      const isWithin = atLeast === undefined ? value <= limit : value >= atLeast;
      if (!isWithin) process.exitCode = 1;
      const mark = isWithin ? "  ok" : atLeast === undefined ? "over" : "less";
      const number = value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1 });
      const bound = atLeast === undefined ? `at most ${limit}` : `at least ${atLeast}`;
      console.log(`${mark}  ${what}: ${number} ${unit}, ${bound} ${unit}`);
    }
  }
}

const asked = process.argv.slice(2);
run(asked.length > 0 ? asked : Object.keys(benches)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
