export const LETTERS = "ABCD";

/** The mark of a career in a comparison: A a disc, B a diamond, C a square, D a triangle. Its letter is read aloud, as notes use it. */
export function Mark({ index }: { index: number }) {
  return <span className={`mark mark-${index}`}>{LETTERS[index]}</span>;
}
