import fs from "node:fs";
import path from "node:path";
import subsetFont from "subset-font";

const WHOLE = "node_modules/@fontsource-variable/overpass/files/overpass-latin-wght-normal.woff2";
/** Where app/layout.tsx finds it. */
export const CUT = "app/overpass.woff2";

/** The weights that style sheets name. */
const WEIGHTS = { min: 400, max: 800 };
/** Spacing and figures of one width; small capitals and the like are used nowhere. */
const FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "lnum", "tnum"];
/** ASCII, Latin-1, and the letters and signs of English and Western European names; others come from the reader's own font. */
const LETTERS: readonly (readonly [first: number, last?: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131],
  [0x152, 0x153],
  [0x2c6],
  [0x2da],
  [0x2dc],
  [0x2009],
  [0x2013, 0x2014],
  [0x2018, 0x201e],
  [0x2022],
  [0x2026],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044],
  [0x20ac],
  [0x2122],
  [0x2191],
  [0x2193],
  [0x2212],
];
/** Names of the font, its makers and its licence (SIL Open Font License 1.1), which go with it. */
const NAMES = [0, 1, 2, 4, 5, 6, 13, 14];

/** Cuts the font to what the site uses: docs/decisions/0019-a-font-cut-to-size.md. */
export async function cutFont(): Promise<void> {
  const letters = LETTERS.flatMap(([first, last = first]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  ).join("");
  const cut = await subsetFont(fs.readFileSync(path.resolve(WHOLE)), letters, {
    targetFormat: "woff2",
    variationAxes: { wght: WEIGHTS },
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
  });
  fs.writeFileSync(path.resolve(CUT), cut);
}
