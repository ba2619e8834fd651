import { dollarsAndCents } from "@/domain/amount";

type Values = Record<string, unknown>;

/** What readers took a posting for; a change of any of these is read again. */
const names: Record<string, string> = {
  title: "Title",
  workplace: "Workplace",
  city: "City",
  workState: "State",
  remoteStates: "Remote from",
  payMinCents: "Pay from",
  payMaxCents: "Pay to",
  payUnit: "Pay for each",
  closesOn: "Closes",
};

function text(key: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "not given";
  if (key.endsWith("Cents")) return dollarsAndCents(Number(value) / 100);
  return [value].flat().map(String).join(", ").replaceAll("_", " ");
}

/** What an edit changed, each with the text before and after; nothing where a step keeps no such texts. */
export function ChangeList({ before, after }: { before: Values; after: Values }) {
  const changed = Object.entries(names).filter(([key]) => key in before && key in after);
  if (changed.length === 0) return null;
  return (
    <ul className="dots">
      {changed.map(([key, name]) => (
        <li key={key}>
          {name}: <bdi>{text(key, before[key])}</bdi> became <bdi>{text(key, after[key])}</bdi>
        </li>
      ))}
    </ul>
  );
}
