/** Who may do what: actors, the powers they have over a thing, and the one table of verbs. */

export const grantNames = ["editor", "moderator", "admin"] as const;
export type Grant = (typeof grantNames)[number];

const seatNames = ["owner", "admin", "recruiter"] as const;
type Seat = (typeof seatNames)[number];

export type Person = {
  kind: "person";
  personId: string;
  email: string;
  name: string | null;
  grants: Grant[];
  seats: { employerId: string; seat: Seat }[];
};

/** Whoever asks. An applicant holds the link mailed for one application; the system is a job of our own. */
export type Actor =
  | { kind: "visitor" }
  | Person
  | { kind: "applicant"; applicationId: string }
  | { kind: "system" };

/** What a verb is done to, as far as access depends on it. */
export type Thing = { employerId?: string; personId?: string; applicationId?: string };

/**
 * A power over a thing. `self`: it is the person's own. `recruiter`: any seat at its employer. A grant
 * gives its own power, and `admin` all three.
 */
export type Power =
  | "anyone"
  | "person"
  | "self"
  | "recruiter"
  | "applicant"
  | "editor"
  | "moderator"
  | "admin"
  | "system";

/** The verbs that change something, and the power each asks for. */
const verbs = {
  "session.revoke": ["self"],
  "person.grant": ["admin", "system"],
  "employer.create": ["person"],
  "employer.verify": ["moderator"],
  "posting.create": ["recruiter"],
  "posting.save": ["recruiter"],
  "posting.publish": ["recruiter"],
  "posting.pause": ["recruiter"],
  "posting.resume": ["recruiter"],
  "posting.close": ["recruiter"],
  "posting.renew": ["recruiter"],
  "posting.duplicate": ["recruiter"],
  "posting.approve": ["moderator"],
  "posting.request-changes": ["moderator"],
  "posting.reject": ["moderator"],
  "posting.hold": ["moderator", "system"],
  "posting.release": ["moderator"],
  "posting.remove": ["moderator"],
  "posting.expire": ["system"],
  "posting.report": ["anyone"],
  "application.submit": ["anyone"],
  "application.move": ["recruiter"],
  "application.withdraw": ["applicant"],
  "figure.correct": ["editor"],
  "figure.revert": ["editor"],
  "role.edit": ["editor"],
  "role.revert": ["editor"],
} as const satisfies Record<string, readonly Power[]>;

export type Verb = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as Verb[];

/** What may be read that is not public, and the power each asks for. */
const reads = {
  "account.read": ["person"],
  "employer.desk": ["recruiter"],
  "posting.read-private": ["recruiter", "moderator"],
  "application.read": ["recruiter"],
  "application.status": ["applicant"],
  "role.history": ["editor"],
  "queue.read": ["moderator"],
} as const satisfies Record<string, readonly Power[]>;

export type Read = keyof typeof reads;

/** The powers that an actor has over a thing; over none, those that hold of the site at large. */
export function powersOf(actor: Actor, thing: Thing = {}): Set<Power> {
  const powers = new Set<Power>();
  if (actor.kind === "system") return powers.add("system");
  powers.add("anyone");
  if (actor.kind === "applicant") {
    if (thing.applicationId !== undefined && thing.applicationId === actor.applicationId)
      powers.add("applicant");
    return powers;
  }
  if (actor.kind === "visitor") return powers;
  powers.add("person");
  if (thing.personId !== undefined && thing.personId === actor.personId) powers.add("self");
  if (thing.employerId !== undefined && actor.seats.some((seat) => seat.employerId === thing.employerId))
    powers.add("recruiter");
  for (const grant of actor.grants) {
    powers.add(grant);
    if (grant === "admin") for (const lesser of grantNames) powers.add(lesser);
  }
  return powers;
}

/** Whether an actor may do this to a thing. */
export function may(actor: Actor, name: Verb | Read, thing: Thing = {}): boolean {
  const powers = powersOf(actor, thing);
  const asked: readonly Power[] = { ...verbs, ...reads }[name];
  return asked.some((power) => powers.has(power));
}
