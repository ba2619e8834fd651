/** Where the site under test answers, and where it keeps what it knows. */
export const port = Number(process.env.E2E_PORT ?? 3187);
export const databaseFile = "var/e2e.db";
/** Every answer of the open data during a run, one a line. */
export const recordFile = "var/e2e-answers.jsonl";
