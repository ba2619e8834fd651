/** Text as searches compare it: lower case, without accents, one space between words. "Cañon  City" → "canon city". */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();

/** The words of a text, folded. Signs that mean something to a search pattern, `%` and `_`, are in none. */
export const foldedWords = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
