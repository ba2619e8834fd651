import { importBench } from "./bench/import";
import { killBench } from "./bench/kill";
import { pagesBench } from "./bench/pages";
import { proseBench } from "./bench/prose";
import { titlesBench } from "./bench/titles";
import { unnoticedBench } from "./bench/unnoticed";
import { waysBench } from "./bench/ways";

/** One measured number beside its limit. */
export type Measured = { what: string; value: number; limit: number; unit: string };

const benches: Record<string, (say: (text: string) => void) => Promise<Measured[]>> = {
  import: importBench,
  kill: killBench,
  pages: pagesBench,
  prose: proseBench,
  titles: titlesBench,
  unnoticed: unnoticedBench,
  ways: waysBench,
};

/** `npm run bench` runs all, `npm run bench -- import` one; exits with 1 when a number is over its limit. */
async function run(names: string[]): Promise<void> {
  for (const name of names) {
    const bench = benches[name];
    if (!bench) throw new Error(`no bench is named "${name}"; there are ${Object.keys(benches).join(", ")}`);
    console.log(`== ${name}`);
    for (const { what, value, limit, unit } of await bench((text) => console.log(text))) {
      const isOver = value > limit;
      if (isOver) process.exitCode = 1;
      const number = value.toLocaleString("en-US", { maximumFractionDigits: 1 });
      console.log(`${isOver ? "over" : "  ok"}  ${what}: ${number} ${unit}, at most ${limit} ${unit}`);
    }
  }
}

const asked = process.argv.slice(2);
run(asked.length > 0 ? asked : Object.keys(benches)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
