import { Section } from "@/components/ui/section";
import { PLACE_FLOOR, SECTOR_FLOOR } from "@/domain/wage";

const conventions: readonly [title: string, sentences: string][] = [
  [
    "Pay by the year and by the hour",
    "Both stand as the publisher prints them. One is never made from the other. Only an offer, which is no figure, is converted, at 2,080 hours a year, and the page says so.",
  ],
  [
    "Best-paying places",
    `The 50 states and DC, and metro areas, each with at least ${PLACE_FLOOR} jobs, go by median pay a year. Equal medians go by jobs.`,
  ],
  [
    "Best-paying industries",
    `Sectors with at least ${SECTOR_FLOOR} jobs go by median pay a year. A median that is printed as “at least” an amount ranks above any other.`,
  ],
  [
    "Groups and titles",
    "Some codes are published together with others. Each of them shows the figures of the group, and so does a job title those of its occupation. The page calls such a figure one of a wider group, and never takes it for a difference between two titles.",
  ],
  [
    "Expected jobs",
    "The change in percent and the openings are taken as printed, and are not worked out from rounded thousands. They count people who work for themselves. Jobs on payrolls do not, so the two never share a row. “None” is an answer where experience or training is asked.",
  ],
  [
    "Age, sex and race",
    "They are of the closest Census title that holds the occupation, and the title stands beside them. Shares of race and of Hispanic origin overlap.",
  ],
  [
    "Skills and knowledge",
    "They are of the general profile of the occupation. Where there is none, they are the mean of its special ones, and the page says so. Knowledge has no level.",
  ],
  [
    "Pay after prices",
    "Pay is divided by the price level of its place, and rounded half up to the dollar, or to the cent by the hour. Places without a level keep their pay as it is.",
  ],
  [
    "What is missing",
    "A figure that is missing says why: withheld, left blank, too few people asked, not collected, or of no sense for this work. It is never a zero, and it never makes another one “higher”.",
  ],
  [
    "Corrections",
    "An editor may correct a figure, with a reason and a source. What was imported stays and is named beside it.",
  ],
  ["Dates", "Sources are of different years. Each figure carries its own."],
];

/** How figures are made and shown, whatever their source. */
export function Conventions() {
  return (
    <Section id="conventions" title="How figures are shown">
      <dl className="trace-facts">
        {conventions.flatMap(([title, sentences]) => [
          <dt key={title}>{title}</dt>,
          <dd key={`${title} words`}>{sentences}</dd>,
        ])}
      </dl>
    </Section>
  );
}
