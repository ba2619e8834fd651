import { sentenceCase } from "@/domain/amount";
import { Mark } from "./mark";

type Props = {
  level: 1 | 2;
  rows: { name: string; value: string }[];
  unit: string;
  aside?: string;
  link?: { href: string; text: string };
};

/** The green sign: which careers, and the one number that matters. One a page. */
export function Sign({ level, rows, unit, aside, link }: Props) {
  const Heading = level === 1 ? "h1" : "h2";
  const several = rows.length > 1;
  return (
    <div className="sign">
      <div className="sign-in">
        <Heading className="sign-name">
          {rows.map(({ name, value }, i) => (
            <span key={name} className={several ? "sign-row" : "sign-row alone"}>
              {several && <Mark index={i} />}
              <span>
                {i > 0 && <span className="vh"> versus </span>}
                {sentenceCase(name)}
                <span className="vh">, </span>
              </span>{" "}
              <span className={/\d/.test(value) ? "sign-value" : "sign-value sign-words"}>{value}</span>{" "}
            </span>
          ))}
        </Heading>
        <p className="sign-unit">
          <span>{unit}</span> {aside && <span>{aside}</span>} {link && <a href={link.href}>{link.text}</a>}
        </p>
      </div>
    </div>
  );
}
