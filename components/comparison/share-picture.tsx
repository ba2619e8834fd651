import { medianPay, sentenceCase } from "@/domain/amount";
import type { Comparison } from "@/domain/comparison";
import { figureOf, type Profile } from "@/domain/profile";

/** The size that pages ask of a picture shown beside a shared link, in pixels. */
export const SHARE_SIZE = { width: 1200, height: 630 };

const LETTERS = ["A", "B", "C", "D"];
const TONES = ["#143d80", "#b54a00", "#5b2a86", "#0b5e5e"];
const PLOT = 1056;
/** A sentence that does not fit is left out: half of one may say something else. */
const LONGEST_FINDING = 170;

/**
 * A comparison, or one career, as a picture beside a shared link: names, median pay, and the range of eight in ten
 * on one axis. Laid out by the picture library, which knows flexible boxes and nothing of our style sheets.
 */
export function SharePicture({
  comparison: { roles, area, adjusted },
  finding,
}: {
  comparison: Pick<Comparison, "roles" | "area" | "adjusted">;
  finding: string;
}) {
  const { title, amounts } = medianPay(roles);
  const period = roles.some((role) => rangeOf(role, "annual")) ? "annual" : "hourly";
  const ranges = roles.map((role) => rangeOf(role, period));
  const known = ranges.flatMap((range) => range ?? []);
  const [from, to] = [Math.min(...known.map(({ low }) => low)), Math.max(...known.map(({ high }) => high))];
  const place = (amount: number) => Math.round(((amount - from) / (to - from || 1)) * PLOT);
  const source = roles.map((role) => figureOf(role, "annual_wage_median")).find((figure) => figure)?.source;
  const where = area.kind === "nation" ? "" : ` in ${area.name}${adjusted ? ", after prices there" : ""}`;
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        background: "#ffffff",
        color: "#14201a",
      }}
    >
      <div
        style={{
          display: "flex",
          justifyContent: "space-between",
          background: "#00573d",
          color: "#ffffff",
          padding: "24px 72px",
          fontSize: 30,
        }}
      >
        <div>Crossroads</div>
        <div>{shortened(`${title}${where}`, 60)}</div>
      </div>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          flexGrow: 1,
          justifyContent: "center",
          padding: "0 72px",
        }}
      >
        {roles.map((role, i) => {
          const range = ranges[i];
          return (
            <div
              key={role.role.slug}
              style={{ display: "flex", flexDirection: "column", marginBottom: roles.length > 2 ? 18 : 34 }}
            >
              <div
                style={{
                  display: "flex",
                  justifyContent: "space-between",
                  alignItems: "center",
                }}
              >
                <div style={{ display: "flex", alignItems: "center" }}>
                  {roles.length > 1 && (
                    <div
                      style={{
                        display: "flex",
                        alignItems: "center",
                        justifyContent: "center",
                        width: 48,
                        height: 48,
                        marginRight: 18,
                        borderRadius: 4,
                        background: TONES[i],
                        color: "#ffffff",
                        fontSize: 30,
                      }}
                    >
                      {LETTERS[i]}
                    </div>
                  )}
                  <div style={{ display: "flex", maxWidth: 720, fontSize: nameSize(role.role.singular) }}>
                    {shortened(sentenceCase(role.role.singular), 90)}
                  </div>
                </div>
                <div style={{ fontSize: amountSize(amounts[i]) }}>{shortened(amounts[i] ?? "", 40)}</div>
              </div>
              {range && to > from && (
                <div
                  style={{
                    display: "flex",
                    position: "relative",
                    marginTop: roles.length === 1 ? 24 : 10,
                    marginBottom: roles.length === 1 ? 16 : 0,
                    marginLeft: place(range.low),
                    width: Math.max(4, place(range.high) - place(range.low)),
                    height: 14,
                    borderRadius: 7,
                    background: TONES[i],
                  }}
                >
                  {/* One bar alone fills the axis: only its median tells something. */}
                  {range.median !== undefined && roles.length === 1 && (
                    <div
                      style={{
                        display: "flex",
                        position: "absolute",
                        top: -9,
                        left: place(range.median) - 4,
                        width: 8,
                        height: 32,
                        borderRadius: 4,
                        background: "#14201a",
                      }}
                    />
                  )}
                </div>
              )}
            </div>
          );
        })}
        <div style={{ display: "flex", fontSize: 28, color: "#4a5850" }}>
          {finding.length <= LONGEST_FINDING ? finding : ""}
        </div>
      </div>
      <div style={{ display: "flex", padding: "0 72px 28px", fontSize: 22, color: "#4a5850" }}>
        {source
          ? `${roles.length > 1 ? "Bars: the 10th to the 90th percentile." : "Bar: the 10th to the 90th percentile, with the median."} ${source.name}, ${source.release}`
          : ""}
      </div>
    </div>
  );
}

type PayRange = { low: number; median: number | undefined; high: number };

function rangeOf(role: Profile, period: "annual" | "hourly"): PayRange | undefined {
  const [low, median, high] = ["p10", "median", "p90"].map((name) => {
    const value = figureOf(role, `${period}_wage_${name}`)?.value;
    return typeof value === "number" ? value : undefined;
  });
  return low !== undefined && high !== undefined ? { low, median, high } : undefined;
}

/** A long name stands on two lines, in smaller letters. */
const nameSize = (name: string) => (name.length <= 36 ? 40 : 30);

/** Amounts stand large, the words of a missing one do not. */
const amountSize = (text = "") => (text.startsWith("$") ? 44 : 24);

const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\s,;:]+\S*$/, "")} …`;
