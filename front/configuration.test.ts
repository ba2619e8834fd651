import { expect, test } from "vitest";
import { faultsText, settingFaults } from "./configuration";

const SECRET = "mVq3nY8sT1wZ6bK0xJ4cR7dL2fG5hA9e";
const namesOf = (environment: Record<string, string>) => settingFaults(environment).map(({ name }) => name);

test("a start on one's own machine needs no setting, and a public one an https address and a secret", () => {
  expect(settingFaults({})).toEqual([]);
  expect(settingFaults({ PORT: "", APP_URL: "", AUTH_SECRET: "", SMTP_URL: "" })).toEqual([]);
  expect(settingFaults({ APP_URL: "https://jobs.example.org", AUTH_SECRET: SECRET })).toEqual([]);
  expect(settingFaults({ APP_URL: "http://[::1]:3000", DATABASE_URL: "postgresql://u:p@db/x" })).toEqual([]);
});

test.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "3000x"],
  ["PORT", "-1"],
  ["DATABASE_URL", "mysql://host/x"],
  ["DATABASE_URL", "var/x.db"],
  ["DATABASE_URL", "file:"],
  ["APP_URL", "jobs.example.org"],
  ["APP_URL", "ftp://localhost"],
  ["APP_URL", "http://localhost/jobs"],
  ["APP_URL", "http://user@localhost"],
  ["APP_URL", "http://localhost.example.org"],
  ["APP_URL", "http://10.0.0.7:3000"],
  ["SMTP_URL", "mail.example.org"],
  ["SMTP_URL", "https://mail.example.org"],
  ["MAIL_FROM", "Crossroads"],
  ["MAIL_FROM", "a@b\r\nBcc: c@d"],
  ["TRUSTED_PROXIES", "all"],
  ["TRUSTED_PROXIES", "11"],
  ["PAGE_CACHE_MB", "0"],
  ["CLUSTER", "0"],
  ["CLUSTER", "65"],
  ["PAGE_CACHE_MB", "lots"],
  ["AUTH_SECRET", "short"],
  ["AUTH_SECRET", "a".repeat(64)],
  ["AUTH_SECRET", "0123456789abcdef".repeat(4)],
])("%s=%s is refused", (name, value) => {
  expect(namesOf({ AUTH_SECRET: SECRET, [name]: value })).toContain(name);
});

test("all that is wrong is said at once, each with what would do, and no secret is told", () => {
  const faults = settingFaults({
    PORT: "x",
    APP_URL: "http://jobs.example.org",
    AUTH_SECRET: "hunter2",
    GOOGLE_CLIENT_ID: "id",
    LINKEDIN_CLIENT_SECRET: "key",
  });
  expect(faults.map(({ name }) => name)).toEqual([
    "PORT",
    "APP_URL",
    "AUTH_SECRET",
    "GOOGLE_CLIENT_SECRET",
    "LINKEDIN_CLIENT_ID",
  ]);
  const text = faultsText(faults);
  expect(text).toMatch(/^Crossroads did not start: 5 settings are wrong\./);
  expect(text).toContain('PORT is "x", and is no whole number from 1 to 65535.\n    Such as: PORT=3000');
  expect(text).toContain("plain http outside of this machine");
  expect(text).not.toContain("hunter2");
});

test("a public start without a secret is refused", () => {
  expect(namesOf({ APP_URL: "https://jobs.example.org" })).toEqual(["AUTH_SECRET"]);
});
