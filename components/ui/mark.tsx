export const LETTERS = "ABCD";

const paths = ["", "M12 0 24 12 12 24 0 12z", "M1 1h22v22H1z", "M12 0 24 23H0z"];

/** The mark of a career in a comparison: A a disc, B a diamond, C a square, D a triangle. Its letter is read aloud, as notes use it. */
export function Mark({ index }: { index: number }) {
  const letter = LETTERS[index] ?? "";
  return (
    <svg className="mark" viewBox="0 0 24 24" role="img" aria-label={letter} focusable="false">
      {index === 0 ? (
        <circle className="fill-0" cx="12" cy="12" r="11" />
      ) : (
        <path className={`fill-${index}`} d={paths[index]} />
      )}
      <text x="12" y={index === 3 ? 20 : 17}>
        {letter}
      </text>
    </svg>
  );
}
