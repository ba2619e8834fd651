import { sentenceCase } from "@/domain/amount";
import { originOf, type Profile } from "@/domain/profile";
import {
  type SchoolingBar,
  type SchoolingKind,
  schoolingBar,
  schoolingFinding,
  schoolingSteps,
  sumText,
} from "@/domain/schooling-bar";
import { Picture, RoleHead, rem } from "./picture";
import { SchoolingTable } from "./schooling-table";

const kinds: readonly SchoolingKind[] = ["required", "held"];

/** In px: the words above a bar, the labels of its parts, the bar (as in pictures.css). */
const WORDS = 20;
const LABELS = 36;
const BAR = 16;
const LANE = WORDS + LABELS + BAR + 12;

/** The narrowest part that has room for a label at 288 px, in percent. */
const LABELLED = 12;

/** Schooling that workers say is required beside schooling that people hold, as whole bars in one fixed order. Nothing where neither is published. */
export function SchoolingBars({ roles }: { roles: Profile[] }) {
  const finding = schoolingFinding(roles);
  const drawn = roles.map((profile, i) => ({
    profile,
    role: { profile, tone: i, label: sentenceCase(profile.role.plural) },
    bars: kinds.flatMap((kind) => {
      const bar = schoolingBar(profile, kind);
      return bar ? [{ kind, bar }] : [];
    }),
  }));
  if (drawn.every(({ bars }) => bars.length === 0)) return null;
  const id = "picture-schooling";
  const shared = kinds.filter((kind) => isOneBar(roles, kind));
  return (
    <Picture
      id={id}
      finding={finding ?? "Too little is published to say which schooling is most often held or required"}
      how={
        <>
          A full bar is 100%. Parts run from least schooling on the left to most on the right:{" "}
          {schoolingSteps.map(([short, long]) => `${short}, ${long}`).join("; ")}. Required: as workers asked
          by O*NET say. Held: by people in the job, 25 or older.
          {shared.map(
            (kind) =>
              ` One published set of shares ${kind} stands for ${roles.length === 2 ? "both" : "all"}.`,
          )}
        </>
      }
      name="schooling required and held"
      table={<SchoolingTable roles={roles} />}
    >
      {drawn.map(({ profile, role, bars }) => (
        <div key={profile.role.slug}>
          {roles.length > 1 && (
            <h4 id={`${id}-${role.tone}`}>
              <RoleHead role={role} />
            </h4>
          )}
          {bars.length === 0 ? (
            <p className="small">No shares of schooling are published.</p>
          ) : (
            <svg
              className="plot"
              height={rem(bars.length * LANE)}
              role="img"
              aria-labelledby={roles.length > 1 ? `${id}-${role.tone} ${id}` : id}
              aria-describedby={`${id}-how`}
            >
              <title>Schooling</title>
              {bars.map(({ kind, bar }, i) => (
                <Bar key={kind} kind={kind} bar={bar} top={i * LANE} />
              ))}
            </svg>
          )}
        </div>
      ))}
    </Picture>
  );
}

function Bar({ kind, bar, top }: { kind: SchoolingKind; bar: SchoolingBar; top: number }) {
  const y = top + WORDS + LABELS;
  let end = 0;
  const parts = bar.parts.map((part) => {
    const start = end;
    end += part.share;
    return { ...part, start, middle: `${Math.round(start + part.share / 2)}%` };
  });
  const labelled = parts.filter(({ share }) => share >= LABELLED);
  return (
    <g>
      <text y={rem(top + 16)} fontWeight="600">
        {barWords(kind, bar)}
      </text>
      <g className="steps">
        {parts.map(({ key, share, step, start }) => (
          <rect key={key} {...stepFill(step)} x={`${tenth(start)}%`} width={`${tenth(share)}%`} y={rem(y)} />
        ))}
      </g>
      <g className="quiet" textAnchor="middle">
        {labelled.map(({ key, middle, step }) => (
          <text key={key} x={middle} y={rem(y - 20)}>
            {schoolingSteps[step]?.[0]}
          </text>
        ))}
      </g>
      <g textAnchor="middle">
        {labelled.map(({ key, middle, share }) => (
          <text key={key} x={middle} y={rem(y - 4)}>
            {Math.round(share)}%
          </text>
        ))}
      </g>
      {sumText(bar) !== "" && (
        <line className="axis-line" x1="0" x2="100%" y1={rem(y + BAR)} y2={rem(y + BAR)} />
      )}
    </g>
  );
}

/** Steps drawn with a pattern; the others have one tone. */
const patterned = new Set([1, 2, 3, 5]);
const stepFill = (step: number) =>
  patterned.has(step) ? { fill: `url(#s${step})` } : { className: `step-${step}` };

const tenth = (share: number) => Math.round(share * 10) / 10;

function barWords(kind: SchoolingKind, bar: SchoolingBar): string {
  const sum = sumText(bar);
  if (sum) return sentenceCase(`${kind}; ${sum}`);
  if (kind === "held") return "Held";
  return bar.asked === null
    ? "Required"
    : `Required, ${bar.asked === 1 ? "1 worker" : `${bar.asked} workers`} asked`;
}

/** Whether several roles carry the shares of one and the same published group. */
function isOneBar(roles: Profile[], kind: SchoolingKind): boolean {
  if (roles.length < 2) return false;
  const bars = roles.map((profile) => {
    const bar = schoolingBar(profile, kind);
    const origin = bar && originOf(profile, bar.figure);
    return bar && origin !== undefined ? JSON.stringify([bar.parts, bar.figure.note, origin]) : undefined;
  });
  return bars[0] !== undefined && bars.every((bar) => bar === bars[0]);
}
