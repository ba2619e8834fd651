const ID = "hatch-b";

/** The stripes of B, once a page. Not `display: none`, which would empty the pattern. */
export function Hatch() {
  return (
    <svg className="absolute" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={ID} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-ground" width="6" height="6" />
          <path className="line-1" d="M1.5 0V6" strokeWidth="2.5" />
        </pattern>
      </defs>
    </svg>
  );
}

/** How the bar of a role is filled: striped for B, else solid; grey for what belongs to no single role. */
export function barFill(tone: number | "n"): { className: string; fill?: string } {
  return tone === 1 ? { className: "line-1", fill: `url(#${ID})` } : { className: `fill-${tone}` };
}
