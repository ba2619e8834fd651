import type { Comparison } from "@/domain/comparison";
import { ComparisonTable } from "./comparison-table";

const PEOPLE = [
  "median_age",
  "women_share",
  "men_share",
  "race_white",
  "race_black",
  "race_asian",
  "race_hispanic",
  "race_american_indian",
  "race_unknown",
  "lgbt_share",
];

/** Who does the work today: last on the page, with its purpose said, and folded where there is little room. */
export function PeopleTable({ comparison }: { comparison: Comparison }) {
  return (
    <>
      <p>
        These figures describe who does the work today. They say nothing about who may do it, and no ranking
        here uses them. Race and Hispanic origin overlap, so shares need not sum to 100%.
      </p>
      <details className="fold">
        <summary>Show the figures of age, sex and origin</summary>
        <ComparisonTable comparison={comparison} measures={PEOPLE} caption="People in the job" />
      </details>
    </>
  );
}
