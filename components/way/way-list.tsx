import { Section } from "@/components/ui/section";
import { count } from "@/domain/amount";
import type { Area } from "@/domain/area";
import type { RoleName } from "@/domain/profile";
import { stepWords } from "@/domain/way-prose";
import type { WayList } from "@/domain/way-step";
import { stepsText } from "@/domain/way-view";
import { WayCard } from "./way-card";

type Props = {
  list: WayList;
  start: RoleName;
  area: Area;
  query: string;
  /** What the list goes by, as words that follow a comma. */
  order: string;
  /** Where all ways of so many steps stand; undefined where they stand here. */
  all: string | undefined;
  /** Neighboring pages of the same list. */
  pages: readonly { href: string; text: string }[];
};

/** The jobs that are so many steps away. */
export function WayListSection({
  list: { steps, total, ways },
  start,
  area,
  query,
  order,
  all,
  pages,
}: Props) {
  return (
    <Section
      id={`steps-${steps}`}
      title={stepsText(steps)}
      note={
        total === 0
          ? undefined
          : `${count(total)} ${total === 1 ? "job" : "jobs"}. ${order}. Pay is set against that of ${start.plural}`
      }
    >
      {total === 0 ? (
        <p>No job is {stepWords(steps)} away and no fewer.</p>
      ) : ways.length === 0 ? (
        <p>The list is shorter than this page.</p>
      ) : (
        <ul className="ways">
          {ways.map((way) => (
            <WayCard
              key={way.steps.map(({ to }) => to.role.slug).join()}
              way={way}
              start={start}
              area={area}
              query={query}
            />
          ))}
        </ul>
      )}
      {all && total > ways.length && (
        <p className="on-screen">
          <a className="inline-block min-h-6" href={all}>
            Show all {count(total)} that are {stepWords(steps)} away
          </a>
        </p>
      )}
      {pages.length > 0 && (
        <nav className="form-row on-screen" aria-label="Pages">
          {pages.map(({ href, text }) => (
            <a key={text} className="inline-block min-h-6" href={href}>
              {text}
            </a>
          ))}
        </nav>
      )}
    </Section>
  );
}
