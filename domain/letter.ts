/** A mail as it is sent: the same words as plain text and as HTML. */
export type Letter = { subject: string; text: string; html: string };

type Parts = { subject: string; paragraphs: string[]; link?: { label: string; url: string } };

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** One line without control characters, line breaks and direction marks: what a header or a list may show of what somebody typed. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();

/** A plain letter. The text of paragraphs and link is never markup. */
export function letter({ subject, paragraphs, link }: Parts): Letter {
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), "Crossroads"].join("\n\n");
  const body = [
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(link
      ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`, `<p>${escaped(link.url)}</p>`]
      : []),
    "<p>Crossroads</p>",
  ].join("\n");
  return {
    subject: oneLine(subject).slice(0, 150),
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="en-US"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head>\n<body>\n${body}\n</body></html>\n`,
  };
}
