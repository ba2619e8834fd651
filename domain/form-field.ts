import { z } from "zod";

/** The shapes that the fields of our forms have, with what to say when a text does not fit. */

/** What was read from a typed text; null for an empty one; or what is wrong with it, in words. */
export type Read<T> = { value: T | null } | { problem: string };

/** Exactly these fields: a form with any other is refused in words, not with the name that it made up. */
export const formOf = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? "The form holds a field that does not belong to it. Open the page again and send it from there."
        : undefined,
  });

// A joiner within an emoji ("health worker") is part of a sign that can be seen.
const emojiJoiner =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu;

/** Whether a line holds what no reader sees: control signs, direction marks, line separators, half characters. */
const hasHiddenSigns = (text: string): boolean =>
  /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(text.replace(emojiJoiner, ""));

const count = (amount: number) => amount.toLocaleString("en-US");
const tooLong = (text: string, max: number) =>
  `Shorten this to ${count(max)} characters. It has ${count(text.length)}.`;
const typed = () => z.string({ error: "Enter this as one text." }).default("");

/** One line, without the spaces around it; empty where nothing was sent. */
export const line = (max: number) =>
  typed().transform((raw, context) => {
    const text = raw.trim();
    if (text.length > max) context.addIssue(tooLong(text, max));
    if (hasHiddenSigns(text))
      context.addIssue(
        "Remove the hidden characters, such as line breaks or direction marks. Typing it anew helps.",
      );
    return text;
  });

/** Several lines, each ended by `\n`, without the empty ones around them. */
export const lines = (max: number) =>
  typed().transform((raw, context) => {
    const text = raw.replace(/\r\n?/g, "\n").trim();
    if (text.length > max) context.addIssue(tooLong(text, max));
    if (/[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text))
      context.addIssue(
        "Remove the hidden characters, such as direction marks. Pasting it as plain text helps.",
      );
    return text;
  });

/** A line that `read` makes something of. */
export const lineRead = <T>(max: number, read: (text: string) => Read<T>) =>
  line(max).transform((text, context): T | null => {
    const result = read(text);
    if ("value" in result) return result.value;
    context.addIssue(result.problem);
    return null;
  });

/** One of a list, or null where nothing is chosen. */
export const choice = <T extends string>(values: readonly T[]) =>
  typed().transform((text, context): T | null => {
    if (text === "") return null;
    const found = values.find((value) => value === text);
    if (found === undefined) context.addIssue("Choose one of the list.");
    return found ?? null;
  });

/** Any number of a list, each once, in the list's order. */
export const choices = <T extends string>(values: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())], { error: "Choose from the list." })
    .default([])
    .transform((sent, context): T[] => {
      const chosen = new Set([sent].flat().filter((text) => text !== ""));
      const found = values.filter((value) => chosen.has(value));
      if (found.length < chosen.size) context.addIssue("Choose from the list.");
      return found;
    });

/** Reads an address on the web: https, a host with a dot, no name or password in it. `example.org/jobs` is taken as https. */
export function readLink(text: string): Read<string> {
  if (text === "") return { value: null };
  const problem = "Enter a web address that begins with https://, such as https://example.org/jobs.";
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) return { problem };
  const { protocol, hostname, username, password, href } = new URL(address);
  const isWeb = protocol === "https:" && hostname.includes(".") && !/\.$/.test(hostname);
  return isWeb && username === "" && password === "" ? { value: href } : { problem };
}

const STALE = "Open the page again.";

/** An id that the page itself carries, which nobody types. */
export const carriedId = z.uuid(STALE);

/** A name or code that the page itself carries. */
export const carriedText = z.string(STALE);

/** A whole number that was counted by the page itself. */
export const counted = () => carriedText.regex(/^\d{1,9}$/, STALE).transform(Number);
