import fs from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { applications, employers, grants, members, people, postingReports, postings } from "@/db/schema";
import { closeReasons, dayIn, endOf, postingStates } from "@/domain/posting";
import { type PostingFacts, searchTextOf, workplaces } from "@/domain/posting-form";
import { usStates } from "@/domain/us-state";

/**
 * People, employers and job postings to try the site with on one's own machine. All of them are invented, and
 * every posting says so. Pay is near what the work is paid there; dates are counted from the moment of loading.
 */

const DAY_MS = 86_400_000;
const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** Keys of demo rows are fixed, so that a link to one works after the database is made anew. */
const demoId = (kind: 1 | 2 | 3 | 4 | 5, number: number) =>
  `019a000${kind}-0000-7000-8000-${String(number).padStart(12, "0")}`;

const SEEKER = demoId(1, 1);
const NORTH_PERSON = demoId(1, 2);
const SOUTH_PERSON = demoId(1, 3);
const NORTH = demoId(2, 1);
const SOUTH = demoId(2, 2);
const employerNames = { north: "Demo: Northfield Works", south: "Demo: Southmoor Partners" };

type PersonRow = typeof people.$inferInsert;
type GrantRow = typeof grants.$inferInsert;
type MemberRow = typeof members.$inferInsert;

export function demoPeople(now: Date): { people: PersonRow[]; grants: GrantRow[]; members: MemberRow[] } {
  const person = (id: string, name: string, address: string): PersonRow => ({
    id,
    name,
    email: `${address}@demo.example`,
    emailVerifiedAt: now,
    createdAt: now,
  });
  const powers = (["editor", "moderator", "admin"] as const).map((grant, i) => ({
    grant,
    personId: demoId(1, 4 + i),
  }));
  return {
    people: [
      person(SEEKER, "Demo seeker", "seeker"),
      person(NORTH_PERSON, "Demo employer North", "north"),
      person(SOUTH_PERSON, "Demo employer South", "south"),
      ...powers.map(({ grant, personId }) => person(personId, `Demo ${grant}`, grant)),
    ],
    grants: powers.map(({ grant, personId }) => ({ personId, grant, createdAt: now })),
    members: [
      { employerId: NORTH, personId: NORTH_PERSON, seat: "owner", createdAt: now },
      { employerId: SOUTH, personId: SOUTH_PERSON, seat: "owner", createdAt: now },
    ],
  };
}

export function demoEmployers(now: Date): (typeof employers.$inferInsert)[] {
  return [
    {
      id: NORTH,
      slug: "demo-northfield-works",
      name: employerNames.north,
      site: "https://north.demo.example/",
      about:
        "An invented employer, to try this site with. It makes, mends and runs things all over the country.",
      size: 2400,
      sizeByState: { "US-CA": 310, "US-CO": 40, "US-NY": 220, "US-WA": 180 },
      verifiedAt: daysFrom(now, -200),
      createdAt: daysFrom(now, -240),
    },
    {
      id: SOUTH,
      slug: "demo-southmoor-partners",
      name: employerNames.south,
      site: "https://south.demo.example/",
      about:
        "An invented employer, to try this site with. It helps people with their health, money and schooling.",
      size: 85,
      sizeByState: { "US-CA": 12, "US-NY": 16 },
      verifiedAt: null,
      createdAt: daysFrom(now, -60),
    },
  ];
}

const blank = (text: string) => (text === "" ? null : text);
const daysAgo = z.string().transform((text) => (text === "" ? null : Number(text)));

/**
 * A line of demo-jobs.csv. One job in each state and in the District of Columbia is live; then remote ones, and one
 * for each other state and reason to close. Pay is in dollars, under 1,000 by the hour; `posted` and `closed`
 * are days ago.
 */
const Job = z.strictObject({
  title: z.string(),
  soc: z.string(),
  workplace: z.enum(workplaces),
  city: z.string().transform(blank),
  /** Of the place of work; of remote work, the one by whose clock it closes. */
  state: z.string(),
  area: z.string(),
  /** "all", or postal abbreviations. */
  remote_states: z.string(),
  min: z.coerce.number(),
  max: z.coerce.number(),
  employer: z.enum(["north", "south"]),
  posting_state: z.enum(postingStates),
  close_reason: z
    .literal("")
    .transform(() => null)
    .or(z.enum(closeReasons)),
  posted: daysAgo,
  closed: daysAgo,
  review_message: z.string().transform(blank),
  duties: z.string(),
});
type Job = z.infer<typeof Job>;

const readJobs = (): Job[] =>
  z.array(Job).parse(parse(fs.readFileSync(path.resolve("data/demo-jobs.csv")), { columns: true }));

const zoneOf = (state: string): string =>
  Object.entries(zones).find(([, states]) => states.includes(state))?.[0] ?? "America/New_York";
/** States whose clocks are not those of New York, by their greater part. */
const zones: Record<string, string[]> = {
  "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI".split(" "),
  "America/Denver": "CO ID MT NM UT WY".split(" "),
  "America/Phoenix": ["AZ"],
  "America/Los_Angeles": "CA NV OR WA".split(" "),
  "America/Anchorage": ["AK"],
  "Pacific/Honolulu": ["HI"],
};

type PostingRow = typeof postings.$inferInsert;

/** Keys of postings that are live, and of all others, count from these. */
const [FIRST_LIVE, FIRST_OTHER] = [1, 101];

/** All demo postings as of a moment: live ones, some of them renewed, and one for each other state and reason to close. */
export function demoPostings(now: Date): PostingRow[] {
  const all = readJobs();
  const live = all.filter((job) => job.posting_state === "live");
  const others = all.filter((job) => job.posting_state !== "live");
  return [
    ...live.map((job, i): PostingRow => {
      const firstPostedAt = daysFrom(now, -((i * 7) % 26) - 1 / (i + 2));
      const renewedAt = i % 9 === 4 ? daysFrom(now, -0.5) : null;
      return { ...rowOf(job, i, FIRST_LIVE + i, firstPostedAt, now), firstPostedAt, renewedAt };
    }),
    ...others.map((job, i): PostingRow => {
      const { posted, closed } = job;
      const row = rowOf(job, i, FIRST_OTHER + i, daysFrom(now, -(posted ?? closed ?? 1)), now);
      const firstPostedAt = posted === null ? null : daysFrom(now, -posted);
      const closedAt = closed === null ? null : daysFrom(now, -closed);
      if (job.close_reason !== "expired" || !closedAt) return { ...row, firstPostedAt, closedAt };
      // One that ran out did so at the end of its last day; all others were closed before theirs.
      const closesOn = dayIn(row.zone, daysFrom(closedAt, -1));
      const endsAt = endOf(closesOn, row.zone);
      return { ...row, firstPostedAt, closesOn, endsAt, closedAt: endsAt };
    }),
  ];
}

/** A row of the table with the facts of a job, made a day before it came out. */
function rowOf(job: Job, index: number, number: number, out: Date, now: Date) {
  const createdAt = daysFrom(out, -1);
  const facts = factsOf(job, index, now);
  return {
    id: demoId(3, number),
    employerId: job.employer === "north" ? NORTH : SOUTH,
    state: job.posting_state,
    closeReason: job.close_reason,
    ...facts,
    endsAt: endOf(facts.closesOn, facts.zone),
    reviewMessage: job.review_message,
    searchText: searchTextOf(facts, employerNames[job.employer]),
    version: 1,
    createdAt,
    updatedAt: createdAt,
  };
}

function factsOf(job: Job, index: number, now: Date): PostingFacts & { closesOn: string; zone: string } {
  const zone = zoneOf(job.state);
  const isRemote = job.workplace === "remote";
  const isElsewhere = index % 12 === 7;
  return {
    title: job.title,
    soc: job.soc,
    workplace: job.workplace,
    city: job.city,
    workState: isRemote ? null : `US-${job.state}`,
    area: job.area,
    remoteStates: isRemote ? remoteStatesOf(job) : null,
    payMinCents: Math.round(job.min * 100),
    payMaxCents: Math.round(job.max * 100),
    payUnit: job.min < 1000 ? "hour" : "year",
    terms: index % 10 === 5 ? "part_time" : index % 14 === 9 ? "temporary" : "full_time",
    description: description(job.duties.split("; "), index),
    applyBy: isElsewhere ? "link" : "here",
    applyUrl: isElsewhere ? `https://apply.demo.example/jobs/${index}` : null,
    // The first closes tonight.
    closesOn: dayIn(zone, daysFrom(now, (index * 11) % 60)),
    zone,
  };
}

const remoteStatesOf = ({ remote_states: states }: Job): string[] =>
  states === "all" ? usStates.map(({ code }) => code) : states.split(" ").map((state) => `US-${state}`);

const needs = [
  "You have done this work before, or a close kind of it",
  "You have the license that the state asks for, where it asks for one",
  "You write and speak so that others follow",
  "You can say what you do not know",
];
const offers = [
  "Health insurance from the first day",
  "Three weeks of paid leave, and more after two years",
  "A fixed schedule, known a month ahead",
  "Paid time to learn",
];

const description = (duties: string[], index: number): string =>
  [
    "*This is a demo posting. Its employer is invented, and nobody is hired.*",
    "### What you would do",
    bullets(duties),
    "### What you need",
    bullets([0, 1, 2].map((i) => needs[(index + i) % needs.length] ?? "")),
    "### What we offer",
    bullets([0, 1].map((i) => offers[(index + i) % offers.length] ?? "")),
  ].join("\n\n");

const bullets = (lines: string[]) => lines.map((line) => `- ${line}`).join("\n");

/** Reports of the posting that is held. */
export function demoReports(now: Date): (typeof postingReports.$inferInsert)[] {
  const held = demoPostings(now).find(({ state }) => state === "held");
  if (!held) throw new Error("demo-jobs.csv has no posting that is held");
  return [1, 2, 3].map((number) => ({
    id: demoId(5, number),
    postingId: held.id,
    kind: "fraud" as const,
    note: "Demo report: I was asked to pay for a uniform first.",
    sender: `demo-sender-${number}`,
    createdAt: daysFrom(now, -number / 2),
  }));
}

/** Applications without résumés, to live postings of both employers. Their `tokenHash` is left to whoever stores them. */
export function demoApplications(now: Date): Omit<typeof applications.$inferInsert, "tokenHash">[] {
  const rows = [
    [1, "seeker", "Demo seeker", "new", "I have worked as a nurse for three years and would like to move."],
    [
      1,
      "ana",
      "Demo applicant Ana",
      "reviewing",
      "I finish my training in June. My tutor would speak for me.",
    ],
    [
      1,
      "ben",
      "Demo applicant Ben",
      "interview",
      "I have six years in surgery and like to teach new people.",
    ],
    [1, "cho", "Demo applicant Cho", "rejected", "I am a paramedic and study nursing in the evenings."],
    [3, "dev", "Demo applicant Dev", "new", "I have my own tools and a clean license."],
    [3, "eve", "Demo applicant Eve", "withdrawn", "I can start next month."],
    [
      5,
      "fay",
      "Demo applicant Fay",
      "offer",
      "I built a billing system for a clinic and ran it for four years.",
    ],
  ] as const;
  return rows.map(([number, address, name, stage, message], i) => ({
    id: demoId(4, i + 1),
    postingId: demoId(3, number),
    email: `${address}@demo.example`,
    name,
    message,
    stage,
    createdAt: daysFrom(now, -(i + 1) / 8),
    movedAt: daysFrom(now, -(i + 1) / 9),
    version: 1,
  }));
}
