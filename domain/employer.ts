import { carriedId, formOf, line, lineRead, lines, type Read, readLink } from "./form-field";
import { roleSlug } from "./role";
import { stateNamed } from "./us-state";

/** An organization that hires: what is asked of it, and how its name becomes an address. */

/** Reads a number of people: "1,200" or "1200". */
function readPeople(text: string): Read<number> {
  if (text === "") return { value: null };
  const plain = text.replaceAll(",", "");
  if (!/^\d{1,7}$/.test(plain) || Number(plain) < 1)
    return { problem: "Enter a whole number of people, such as 25 or 1,200." };
  return { value: Number(plain) };
}

/** Reads people by state, one state a line: "California 12" or "CA: 1,200". */
export function readSizeByState(text: string): Read<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const row of text.split("\n").filter((part) => part.trim() !== "")) {
    const [, name = "", people = ""] = /^\s*(.+?)[\s:=]+([\d,]+)\s*$/.exec(row) ?? [];
    const state = stateNamed(name);
    const read = readPeople(people);
    if (!state || !("value" in read) || read.value === null)
      return {
        problem: `Write one state a line with its number, such as “California 12”. Not read: “${row.trim().slice(0, 40)}”.`,
      };
    if (state.code in sizes) return { problem: `Write ${state.name} once.` };
    sizes[state.code] = read.value;
  }
  return { value: sizes };
}

/** The form that makes an employer. */
export const CreateEmployer = formOf({
  /** Made by the page, so that a form sent twice makes one employer. */
  key: carriedId,
  name: line(100).refine(
    (name) => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(name),
    "Enter the name of the employer.",
  ),
  site: lineRead(300, readLink),
  about: lines(2_000).refine((about) => about !== "", "Say in a sentence or two what the employer does."),
  size: lineRead(12, readPeople),
  sizeByState: lines(2_000).transform((text, context) => {
    const read = readSizeByState(text);
    if ("problem" in read) context.addIssue(read.problem);
    return "value" in read ? (read.value ?? {}) : {};
  }),
}).superRefine(({ size, sizeByState }, context) => {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (size === null) return refuse("size", "Enter how many people work there in all.");
  const sum = Object.values(sizeByState).reduce((total, people) => total + people, 0);
  if (sum > size)
    refuse(
      "sizeByState",
      `The states add up to ${sum.toLocaleString("en-US")} people, more than the ${size.toLocaleString("en-US")} in all.`,
    );
});

/** The address of an employer, from its name: the first of `acme`, `acme-2`, … that is not taken. */
export function employerSlug(name: string, taken: ReadonlySet<string>): string {
  const base = roleSlug(name).slice(0, 60).replace(/-+$/, "") || "employer";
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  return slug;
}
