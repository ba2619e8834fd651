import { medianPay, sentenceCase } from "@/domain/amount";
import { figureOf, type Profile } from "@/domain/profile";
import { Mark } from "./mark";

type Props = {
  level: 1 | 2;
  roles: Profile[];
  /** All roles are counted in one group, so that its pay stands once. */
  oneGroup?: boolean;
  /** Pay is divided by the price level of its place. */
  isAdjusted?: boolean;
  aside?: string;
  link?: { href: string; text: string };
};

/** The green sign: which careers, and the one number that matters, their median pay. One a page. */
export function Sign({ level, roles, oneGroup = false, isAdjusted = false, aside, link }: Props) {
  const { title, amounts } = medianPay(roles);
  const several = roles.length > 1;
  const group = oneGroup ? ` of the group that holds ${roles.length === 2 ? "both" : "all"}` : "";
  const vintage = roles[0] && figureOf(roles[0], "annual_wage_median")?.vintage;
  const unit = [title + group, roles[0]?.area.name, isAdjusted && "after prices there", vintage]
    .filter(Boolean)
    .join(", ");
  const rows = roles.map(({ role }, i) => ({
    name: role.singular,
    value: oneGroup && i > 0 ? "the same" : (amounts[i] ?? ""),
  }));
  const Heading = level === 1 ? "h1" : "h2";
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
