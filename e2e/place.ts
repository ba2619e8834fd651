/** Where the site under test answers, and where it keeps what it knows. */
export const port = Number(process.env.E2E_PORT ?? 3187);
export const databaseFile = "var/e2e.db";
