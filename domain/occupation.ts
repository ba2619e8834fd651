const smallWords = new Set(["and", "of", "the", "or", "in", "to", "for", "from"]);

/** A title in the capitals of OEWS: "Home health and personal care aides" becomes "Home Health and Personal Care Aides". */
export function titleCase(title: string): string {
  return title.replace(/[A-Za-z][A-Za-z'’]*/g, (word, at: number) =>
    at > 0 && smallWords.has(word.toLowerCase())
      ? word.toLowerCase()
      : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** The first `length` characters that all codes under a wildcard or group code share: "13-20XX" and "13-2000" give "13-20". */
export function codePrefix(code: string): string {
  return code.replace(/[X0]+$/i, "");
}
