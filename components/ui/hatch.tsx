const ID = "hatch-b";

/** Half the size of a dot's mark, in px. */
const R = 4.5;

/**
 * What pictures fill and mark with, once a page: the stripes of B, the dots of a place without a figure, steps of
 * schooling, and a small mark a career (A disc, B diamond, C square, D triangle; a disc for no single one).
 * Not `display: none`, which would empty the patterns.
 */
export function Hatch() {
  return (
    <svg className="absolute" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={ID} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-ground" width="6" height="6" />
          <path className="line-1" d="M1.5 0V6" strokeWidth="2.5" />
        </pattern>
        <pattern id="no-figure" width="5" height="5" patternUnits="userSpaceOnUse">
          <circle className="fill-n" cx="2.5" cy="2.5" r="0.9" />
        </pattern>
        <pattern id="s1" width="5" height="5" patternUnits="userSpaceOnUse">
          <circle className="fill-ink" cx="2.5" cy="2.5" r="0.9" />
        </pattern>
        <pattern id="s2" width="5" height="5" patternUnits="userSpaceOnUse">
          <path className="stroke-ink" d="M2.5 0V5" />
        </pattern>
        <pattern id="s3" width="5" height="4" patternUnits="userSpaceOnUse">
          <path className="stroke-ink" d="M0 2H5" strokeWidth="1.5" />
        </pattern>
        <pattern id="s5" width="5" height="5" patternUnits="userSpaceOnUse">
          <path className="stroke-ink" d="M2.5 0V5M0 2.5H5" strokeWidth="1.5" />
        </pattern>
        <circle id="d0" r={R} />
        <path id="d1" d="M0-5.5 5.5 0 0 5.5-5.5 0z" />
        <path id="d2" d="M-4-4H4V4H-4z" />
        <path id="d3" d="M0-5 5 4H-5z" />
        <circle id="dn" r={R} />
      </defs>
    </svg>
  );
}

/** How the bar of a role is filled: striped for B, else solid; grey for what belongs to no single role. */
export function barFill(tone: number | "n"): { className: string; fill?: string } {
  return tone === 1 ? { className: "line-1", fill: `url(#${ID})` } : { className: `fill-${tone}` };
}

/** The small mark of a career at a place of a picture: across in percent, down in any length. It takes its colour from `dotClass` around it. */
export function Dot({ tone, x, y }: { tone: number | "n"; x: number; y: string }) {
  return <use href={`#d${tone}`} x={`${x}%`} y={y} />;
}

/** How the marks of a career are drawn: solid, or hollow for what is only bounded. */
export const dotClass = (tone: number | "n", hollow = false) =>
  hollow ? `hollow line-${tone}` : `solid fill-${tone}`;
