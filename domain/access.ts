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
  "posting.settle-reports": ["moderator"],
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
  "posting.desk": ["recruiter"],
  "application.read": ["recruiter"],
  "application.status": ["applicant"],
  "staff.read": ["editor", "moderator"],
  "role.history": ["editor"],
  "release.read": ["editor"],
  "queue.read": ["moderator"],
} as const satisfies Record<string, readonly Power[]>;

export type Read = keyof typeof reads;

/**
 * Every address of the build, as `app-paths-manifest.json` names it without groups and without `/page` or
 * `/route`, and what reading it asks for: a read of the table above, nothing where it is `public`, or a start on
 * one's own machine where it is `local`. `inner` are pages that the framework draws by itself: nobody reaches
 * them by their address. The pages ask for themselves; e2e/access.spec.ts holds the build to this table, and
 * fails on an address that it does not list.
 */
export const addresses: Record<string, Read | "public" | "local" | "inner"> = {
  "/": "public",
  "/_global-error": "inner",
  "/_not-found": "inner",
  "/account": "account.read",
  "/account/sessions": "account.read",
  "/admin": "staff.read",
  "/admin/log": "queue.read",
  "/admin/releases": "release.read",
  "/admin/queue": "queue.read",
  "/admin/queue/[posting]": "queue.read",
  "/admin/roles": "role.history",
  "/admin/roles/[role]": "role.history",
  "/api/auth/callback/[provider]": "public",
  "/api/v1/[...nothing]": "public",
  "/api/v1/areas": "public",
  "/api/v1/compare": "public",
  "/api/v1/comparisons": "public",
  "/api/v1/occupations/[soc]": "public",
  "/api/v1/openapi.json": "public",
  "/api/v1/releases": "public",
  "/api/v1/releases/[dataset]": "public",
  "/api/v1/roles": "public",
  "/api/v1/roles/[slug]": "public",
  "/api/v1/titles": "public",
  "/applications/[token]": "application.status",
  "/careers": "public",
  "/careers/[role]": "public",
  "/careers/table.csv": "public",
  "/careers/[role]/next": "public",
  "/careers/[role]/places": "public",
  "/careers/[role]/places/table.csv": "public",
  "/careers/[role]/next/table.csv": "public",
  "/careers/[role]/picture.png": "public",
  "/compare": "public",
  "/compare/[pair]": "public",
  "/compare/[pair]/picture.png": "public",
  "/compare/[pair]/table.csv": "public",
  "/compare/tray": "public",
  "/developers": "public",
  "/embed/careers/[role]": "public",
  "/embed/compare/[pair]": "public",
  "/employer": "account.read",
  "/employer/applications/[application]/resume": "application.read",
  "/employer/new": "account.read",
  "/employer/postings/[posting]": "posting.desk",
  "/employer/postings/[posting]/applicants": "application.read",
  "/employer/postings/[posting]/check": "posting.desk",
  "/jobs": "public",
  "/jobs/[posting]": "public",
  "/jobs/[posting]/[slug]": "public",
  "/jobs/[posting]/[slug]/apply": "public",
  "/jobs/[posting]/[slug]/apply/sent": "public",
  "/jobs/[posting]/[slug]/report": "public",
  "/jobs/[posting]/[slug]/report/sent": "public",
  "/offer": "public",
  "/outbox": "local",
  "/post": "account.read",
  "/robots.txt": "public",
  "/sign-in": "public",
  "/sign-in/confirm": "public",
  "/sign-in/sent": "public",
  "/sign-in/with/[provider]": "public",
  "/sitemap.xml": "public",
  "/sitemap/[part]": "public",
  "/sources": "public",
  "/sources/figure": "public",
};

/**
 * Every server action of the build, as `server-reference-manifest.json` names it: its file under `app/` without
 * groups and without `actions.ts`, `#` and its name. It runs the verb, or is `public`: signing in and out. Held
 * to the build by the same test.
 */
export const actions: Record<string, Verb | "public"> = {
  "/account/sessions#revoke": "session.revoke",
  "/admin/queue/[posting]#approve": "posting.approve",
  "/admin/queue/[posting]#askForChanges": "posting.request-changes",
  "/admin/queue/[posting]#hold": "posting.hold",
  "/admin/queue/[posting]#reject": "posting.reject",
  "/admin/queue/[posting]#release": "posting.release",
  "/admin/queue/[posting]#remove": "posting.remove",
  "/admin/queue/[posting]#settleReports": "posting.settle-reports",
  "/admin/queue/[posting]#verify": "employer.verify",
  "/admin/roles/[role]#correct": "figure.correct",
  "/admin/roles/[role]#edit": "role.edit",
  "/admin/roles/[role]#revert": "figure.revert",
  "/admin/roles/[role]#revertPage": "role.revert",
  "/applications/[token]#withdraw": "application.withdraw",
  "/employer/new#create": "employer.create",
  "/employer/postings/[posting]#close": "posting.close",
  "/employer/postings/[posting]#duplicate": "posting.duplicate",
  "/employer/postings/[posting]#pause": "posting.pause",
  "/employer/postings/[posting]#renew": "posting.renew",
  "/employer/postings/[posting]#resume": "posting.resume",
  "/employer/postings/[posting]#save": "posting.save",
  "/employer/postings/[posting]/applicants#move": "application.move",
  "/employer/postings/[posting]/check#publish": "posting.publish",
  "/jobs/[posting]/[slug]/apply#apply": "application.submit",
  "/jobs/[posting]/[slug]/report#sendReport": "posting.report",
  "/post#start": "posting.create",
  "/sign-in#confirm": "public",
  "/sign-in#enterDemo": "public",
  "/sign-in#leave": "public",
  "/sign-in#requestLink": "public",
};

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
