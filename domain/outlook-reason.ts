/** Why a publisher expects an occupation's part in an industry to change: one sentence, and the industries it says it of. */
export type OutlookReason = { text: string; industries: string[] };

/** Sentences in the order of the source, each once, with all the industries that it is printed for. */
export function outlookReasons(rows: readonly { text: string; industry: string | null }[]): OutlookReason[] {
  const bySentence = new Map<string, Set<string>>();
  for (const { text, industry } of rows) {
    const industries = bySentence.get(text) ?? new Set<string>();
    if (industry) industries.add(industry);
    bySentence.set(text, industries);
  }
  return [...bySentence].map(([text, industries]) => ({ text, industries: [...industries] }));
}
