import { webAddress } from "@/domain/posting-view";
import { Moment } from "./moment";

type Employer = {
  name: string;
  site: string;
  about: string;
  size: number;
  verifiedAt: Date | null;
  createdAt: Date;
};

/** Who stands behind a posting: what the employer says of itself, its people, and its other postings. */
export function EmployerFacts({
  employer: { name, site, about, size, verifiedAt, createdAt },
  members,
  states,
}: {
  employer: Employer;
  members: string[];
  /** How many of its postings are in each state, in words. */
  states: { text: string; total: number }[];
}) {
  const address = webAddress(site);
  const facts = [
    ["Name", <bdi key="name">{name}</bdi>],
    [
      "Site",
      address ? (
        <a key="site" href={address.href} rel="nofollow noopener noreferrer">
          {address.hostname}
        </a>
      ) : (
        "Not given"
      ),
    ],
    ["What it does", about ? <bdi key="about">{about}</bdi> : "Not given"],
    ["People it employs", size.toLocaleString("en-US")],
    ["Here since", <Moment key="since" at={createdAt} />],
    ["Verified", verifiedAt ? <Moment key="verified" at={verifiedAt} /> : "No"],
    ["Its people here", members.length > 0 ? members.join(", ") : "None"],
    ["Its posts", states.map(({ text, total }) => `${total} ${text}`).join(", ")],
  ] as const;
  return (
    <table className="data facts">
      <caption className="vh">Employer</caption>
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label} </th>
            <td className="whitespace-pre-line">{value} </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
