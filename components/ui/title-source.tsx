import type { Figure } from "@/domain/figure";

/** The head of a title-level figure: whose it is, how it was made, and when it is of. */
export function TitleSource({ figure }: { figure: Figure }) {
  return `${titleSourceText(figure)} `;
}

export const titleSourceText = ({ source, method, vintage }: Figure): string =>
  `${source.name}, by title: ${method}, ${vintage || "undated"}`;
