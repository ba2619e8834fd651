import type { Measured } from "../bench";
import { ask, type Site, textOf } from "./front-site";

const MOST_KB = 40;

/** What a first reader of a comparison loads before it stands: page, style sheets and scripts, as they are sent. */
export async function wire(site: Site, say: (text: string) => void): Promise<Measured[]> {
  const page = await ask(site.pages.comparison);
  const html = textOf(page);
  const files = [
    ...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g),
    ...html.matchAll(/<script\b[^>]* src="([^"]+)"/g),
  ].map(([, address]) => address ?? "");
  if (!files.some((file) => file.includes(".css")) || !files.some((file) => file.includes(".js")))
    throw new Error("the comparison has no style sheet or no script: is it still read right?");
  const parts = [{ name: "HTML", bytes: page.body.length }];
  for (const file of files) {
    const { status, body } = await ask(file);
    if (status !== 200) throw new Error(`${file} answers ${status}`);
    parts.push({ name: file.replace(/^.*\//, ""), bytes: body.length });
  }
  say(parts.map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)} KB`).join(", "));
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return [
    { what: "a comparison over the wire, without the font", value: bytes / 1000, limit: MOST_KB, unit: "KB" },
  ];
}
