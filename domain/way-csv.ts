import { figureText } from "./amount";
import { csvOf } from "./csv";
import { measureOf } from "./measure";
import { changeText } from "./pay-change";
import type { WayList } from "./way-step";

/**
 * The ways that a page shows as comma-separated text (RFC 4180, UTF-8), one line for each figure of each step. The
 * change of pay is against the job at the start, and stands on every line of its step. Cells that a spreadsheet would
 * take for a formula are escaped.
 */
export function wayCsv(lists: readonly WayList[]): string {
  const lines = lists.flatMap(({ ways }) =>
    ways.flatMap(({ steps }) =>
      steps.flatMap(({ from, to, related, shared, change }, i) =>
        to.figures.map((figure) => ({
          "leads to": steps.at(-1)?.to.role.singular,
          steps: steps.length,
          step: i + 1,
          from: from.role.singular,
          to: to.role.singular,
          offered: related === null ? "alike" : "related",
          "skills held": shared?.held,
          "skills that matter": shared?.of,
          "skills to gain": shared?.gaps
            .map(({ name, from: now, to: there }) => `${name} ${now.toFixed(1)} to ${there.toFixed(1)}`)
            .join("; "),
          "change of pay": changeText(change) ?? `not known: ${change.unit === null ? change.why : ""}`,
          measure: figure.measure,
          label: measureOf(figure.measure).label,
          unit: figure.unit,
          shown: figureText(figure),
          value: figure.value,
          low: figure.low,
          missing: figure.nullReason,
          place: figure.area,
          method: figure.method,
          source: figure.source.name,
          release: figure.source.release,
          address: figure.source.url,
          year: figure.vintage,
          note: figure.note,
        })),
      ),
    ),
  );
  return csvOf(columns, lines);
}

const columns = [
  "leads to",
  "steps",
  "step",
  "from",
  "to",
  "offered",
  "skills held",
  "skills that matter",
  "skills to gain",
  "change of pay",
  "measure",
  "label",
  "unit",
  "shown",
  "value",
  "low",
  "missing",
  "place",
  "method",
  "source",
  "release",
  "address",
  "year",
  "note",
];
