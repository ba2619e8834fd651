import { FigureOrigin, FigureValue, isOneOrigin } from "@/components/ui/figure-value";
import { figureText, sentenceCase } from "@/domain/amount";
import { type Figure, hasValue } from "@/domain/figure";
import { rowAddress } from "@/domain/figure-trace";
import { measureOf } from "@/domain/measure";
import { figureOf, type Profile } from "@/domain/profile";

const rows = ["p10", "p25", "median", "p75", "p90", "mean"] as const;
const periods = ["annual", "hourly"] as const;

/** Every published percentile of pay, by the year beside the hour; neither is made from the other. A period without any is said in a line, not as a column. Nothing where neither has any. */
export function PayTable({ profile, isAdjusted }: { profile: Profile; isAdjusted: boolean }) {
  const columns = periods.map((period) => ({
    period,
    name: period === "annual" ? "a year" : "an hour",
    figures: rows.map((key) => figureOf(profile, `${period}_wage_${key}`)),
  }));
  const shown = columns.filter(({ figures }) => figures.some((figure) => figure && hasValue(figure)));
  if (shown.length === 0) return null;
  const missing = columns.filter((column) => !shown.includes(column));
  const together = shown.every(({ figures }) => isOneOrigin(figures.slice(0, 5)));
  return (
    <>
      <table className="data wide">
        <caption>Pay by percentile</caption>
        <thead>
          <tr>
            <th scope="col">Percentile </th>
            {shown.map(({ name }) => (
              <th scope="col" key={name}>
                {sentenceCase(name)}{" "}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((key, i) => (
            <tr key={key}>
              <th scope="row">
                {heads[key]} <span className="src">{measureOf(`annual_wage_${key}`).gloss} </span>
              </th>
              {shown.map(({ name, figures }) => (
                <td key={name}>
                  <Amount
                    figure={figures[i]}
                    profile={profile}
                    together={together && key !== "mean"}
                    isAdjusted={isAdjusted}
                  />
                </td>
              ))}
            </tr>
          ))}
          {together && (
            <tr>
              <th scope="row">Where percentiles are from </th>
              {shown.map(({ name, figures }) => (
                <td key={name}>
                  {figures[2] && (
                    <FigureOrigin
                      figure={figures[2]}
                      area={profile.area}
                      of={`pay ${name} by percentile`}
                      row={rowAddress([profile], figures[2], isAdjusted)}
                    />
                  )}{" "}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
      {missing.map(({ name, figures: [, , median] }) => (
        <p className="small" key={name}>
          Pay {name}: {median ? lower(figureText(median)) : "not available"}.
        </p>
      ))}
    </>
  );
}

const heads = {
  p10: "10th",
  p25: "25th",
  median: "50th, the median",
  p75: "75th",
  p90: "90th",
  mean: "Mean",
};

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

type AmountProps = { figure: Figure | undefined; profile: Profile; together: boolean; isAdjusted: boolean };

function Amount({ figure, profile, together, isAdjusted }: AmountProps) {
  return figure ? (
    <FigureValue
      figure={figure}
      area={profile.area}
      together={together}
      row={rowAddress([profile], figure, isAdjusted)}
    />
  ) : (
    <span className="figure-none">Not available </span>
  );
}
