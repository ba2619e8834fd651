/** Where the site under test answers, and where it keeps what it knows. */
export const port = Number(process.env.E2E_PORT ?? 3187);
export const databaseFile = "var/e2e.db";
/** Every answer of the open data during a run, one a line. */
export const recordFile = "var/e2e-answers.jsonl";
/** What the site under test complained of during a run, one a line. */
export const complaintsFile = "var/e2e-complaints.log";
/** The database as it was before the first journey, for sites of their own (e2e/own-site.ts). */
export const factsFile = "var/e2e-facts.db";
/** Where the sites answer that some files start for themselves, each beside the others. */
export const ownPorts = {
  true: port + 2,
  trueBeside: port + 3,
  kept: port + 4,
  signedIn: port + 5,
  load: port + 6,
};
