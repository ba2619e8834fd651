import { expect, test } from "vitest";
import { type Actor, actions, addresses, may, type Power, powersOf, verbNames } from "./access";

const person = (more: Partial<Extract<Actor, { kind: "person" }>> = {}): Actor => ({
  kind: "person",
  personId: "p1",
  email: "p1@people.example",
  name: null,
  grants: [],
  seats: [],
  ...more,
});

const thing = { employerId: "e1", personId: "p1", applicationId: "a1" };

/** Every kind of actor with the powers it has over that thing, written out by hand. */
const kinds: [name: string, Actor, Power[]][] = [
  ["visitor", { kind: "visitor" }, ["anyone"]],
  ["somebody else", person({ personId: "p2" }), ["anyone", "person"]],
  ["the person", person(), ["anyone", "person", "self"]],
  [
    "its recruiter",
    person({ personId: "p2", seats: [{ employerId: "e1", seat: "recruiter" }] }),
    ["anyone", "person", "recruiter"],
  ],
  [
    "its owner",
    person({ personId: "p2", seats: [{ employerId: "e1", seat: "owner" }] }),
    ["anyone", "person", "recruiter"],
  ],
  [
    "another employer's owner",
    person({ personId: "p2", seats: [{ employerId: "e2", seat: "owner" }] }),
    ["anyone", "person"],
  ],
  ["editor", person({ personId: "p2", grants: ["editor"] }), ["anyone", "person", "editor"]],
  ["moderator", person({ personId: "p2", grants: ["moderator"] }), ["anyone", "person", "moderator"]],
  [
    "admin",
    person({ personId: "p2", grants: ["admin"] }),
    ["anyone", "person", "editor", "moderator", "admin"],
  ],
  ["its applicant", { kind: "applicant", applicationId: "a1" }, ["anyone", "applicant"]],
  ["another applicant", { kind: "applicant", applicationId: "a2" }, ["anyone"]],
  ["system", { kind: "system" }, ["system"]],
];

test.each(kinds)("%s has exactly these powers over a thing", (_, actor, powers) => {
  expect([...powersOf(actor, thing)].sort()).toEqual([...powers].sort());
});

/** The table cell by cell: for each verb the kinds above that may do it. */
const allowed: Record<(typeof verbNames)[number], string[]> = {
  "session.revoke": ["the person"],
  "person.grant": ["admin", "system"],
  "employer.create": [
    "somebody else",
    "the person",
    "its recruiter",
    "its owner",
    "another employer's owner",
    "editor",
    "moderator",
    "admin",
  ],
  "employer.verify": ["moderator", "admin"],
  "posting.create": ["its recruiter", "its owner"],
  "posting.save": ["its recruiter", "its owner"],
  "posting.publish": ["its recruiter", "its owner"],
  "posting.pause": ["its recruiter", "its owner"],
  "posting.resume": ["its recruiter", "its owner"],
  "posting.close": ["its recruiter", "its owner"],
  "posting.renew": ["its recruiter", "its owner"],
  "posting.duplicate": ["its recruiter", "its owner"],
  "posting.approve": ["moderator", "admin"],
  "posting.request-changes": ["moderator", "admin"],
  "posting.reject": ["moderator", "admin"],
  "posting.hold": ["moderator", "admin", "system"],
  "posting.release": ["moderator", "admin"],
  "posting.remove": ["moderator", "admin"],
  "posting.settle-reports": ["moderator", "admin"],
  "posting.expire": ["system"],
  "posting.report": kinds.map(([name]) => name).filter((name) => name !== "system"),
  "application.submit": kinds.map(([name]) => name).filter((name) => name !== "system"),
  "application.move": ["its recruiter", "its owner"],
  "application.withdraw": ["its applicant"],
  "figure.correct": ["editor", "admin"],
  "figure.revert": ["editor", "admin"],
  "role.edit": ["editor", "admin"],
  "role.revert": ["editor", "admin"],
};

test.each(verbNames)("%s is for the actors that the table names", (verb) => {
  expect(kinds.filter(([, actor]) => may(actor, verb, thing)).map(([name]) => name)).toEqual(allowed[verb]);
});

test("a power over one's own thing is none over a thing without an owner", () => {
  expect(may(person(), "session.revoke", {})).toBe(false);
  expect(may({ kind: "applicant", applicationId: "a1" }, "application.withdraw", {})).toBe(false);
});

test("every action stands at an address of the table, and runs a verb of it", () => {
  for (const [action, verb] of Object.entries(actions)) {
    expect(Object.keys(addresses)).toContain(action.replace(/#.*/, ""));
    expect(["public", ...verbNames]).toContain(verb);
  }
});
