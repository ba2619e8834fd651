import type { z } from "zod";
import type { Operation } from "./open-data";
import type { Problem } from "./open-data-answer";

export type ParameterFault = NonNullable<Problem["errors"]>[number];

/** Longer names of unknown parameters are said in part. */
const NAME_LENGTH = 80;

/**
 * The parameters of a request as an operation takes them; or what is wrong, one entry for each wrong parameter, in
 * the order of the address.
 */
export function readQuery<O extends Operation>(
  operation: O,
  given: URLSearchParams,
): { query: z.output<O["query"]> } | { faults: ParameterFault[] } {
  const names = [...new Set(given.keys())];
  const { shape } = operation.query;
  const read = operation.query.safeParse(Object.fromEntries(given));
  const wrong = new Set((read.error?.issues ?? []).flatMap(({ path }) => path.slice(0, 1).map(String)));
  const faults = [...new Set([...names, ...wrong])].flatMap((name): ParameterFault[] => {
    const say = (detail: string) => [{ name: name.slice(0, NAME_LENGTH), in: "query" as const, detail }];
    if (!Object.hasOwn(shape, name)) return say(unknownText(Object.keys(shape)));
    if (given.getAll(name).length > 1) return say("Give it once.");
    return wrong.has(name) ? say(hintOf(shape[name])) : [];
  });
  return read.success && faults.length === 0 ? { query: read.data as z.output<O["query"]> } : { faults };
}

const unknownText = (known: string[]): string =>
  known.length > 0
    ? `There is no such parameter here. Known ones are ${known.join(", ")}.`
    : "There is no such parameter here. This address takes none.";

/** What to give for a parameter. Throws for one that does not say it: each of domain/open-data.ts does. */
export function hintOf(schema: unknown): string {
  const { hint } = (schema as z.ZodType).meta() ?? {};
  if (typeof hint !== "string") throw new Error("a parameter of the open data does not say what to give");
  return hint;
}

/** Whether a reader asks for comma-separated text: by format=, or else by the weights of an Accept header. */
export function wantsCsv(format: string | undefined, accept: string | null): boolean {
  if (format) return format === "csv";
  const weight = (type: string) => weightOf(accept ?? "", type);
  return weight("text/csv") > weight("application/json");
}

/** The weight that an Accept header gives a type, by the most exact range that holds it. */
function weightOf(accept: string, type: string): number {
  const ranges = accept
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((piece) => piece.trim()));
  for (const range of [type, type.replace(/\/.*/, "/*"), "*/*"]) {
    const found = ranges.find(([name]) => name === range);
    if (!found) continue;
    const [, q = "1"] = found.flatMap((piece) => /^q=([\d.]+)$/.exec(piece)?.slice(0, 2) ?? []);
    return Number(q) || 0;
  }
  return 0;
}

/** Whether an If-None-Match header names a tag: a list, or `*` for whatever there is. Tags compare weakly (RFC 9110, 8.8.3.2). */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  const bare = (text: string) => text.trim().replace(/^W\//, "");
  return header.split(/,(?=\s*(?:W\/)?")/).some((one) => bare(one) === bare(tag));
}
