import fs from "node:fs";
import path from "node:path";

/** Whether an operator brought a file, plain or gzipped. */
export const isBrought = (folder: string, name: string): boolean =>
  [name, `${name}.gz`].some((file) => fs.existsSync(path.join(folder, file)));
