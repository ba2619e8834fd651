import type { Measured } from "../bench";
import { load, onlyAnswered } from "./front-load";
import { ask, isQuick, median, pause, SITE, type Site, sourceOf, textOf } from "./front-site";

const EDITS = isQuick ? 5 : 200;
/** One edit a second: many more than editors make, and few enough that the load between them is a load. */
const EVERY_MS = 1000;
const QUIET_SECONDS = isQuick ? 3 : 30;
const ROLE = "registered-nurses";
const COMPARISON = "/compare/bakers-vs-registered-nurses";

/** An editor corrects a figure again and again while readers ask as fast as they are answered. */
export async function edits(site: Site, folder: string, say: (text: string) => void): Promise<Measured[]> {
  const career = `/careers/${ROLE}`;
  const read = [SITE + COMPARISON, SITE + career, SITE + site.pages.posting];
  const headers = { "accept-encoding": "br" };
  const cookie = await signIn("Demo editor");
  await load(folder, read, { seconds: 2, headers });
  const quiet = onlyAnswered(await load(folder, read, { seconds: QUIET_SECONDS, headers }), 200, "the site");

  const busy = load(folder, read, { seconds: Math.ceil((EDITS * EVERY_MS) / 1000) + 1, headers });
  let unseen = 0;
  const took: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const began = performance.now();
    const pay = 90_000 + edit;
    await correctPay(cookie, pay);
    took.push(performance.now() - began);
    const shown = `$${pay.toLocaleString("en-US")}`;
    for (const page of [COMPARISON, career]) {
      const answer = await ask(page);
      if (textOf(answer).includes(shown)) continue;
      unseen++;
      const [earlier] = /\$90,\d{3}/.exec(textOf(answer)) ?? [];
      say(`edit ${edit}: ${page} shows ${earlier}, not ${shown}: ${answer.status}, ${sourceOf(answer)}`);
    }
    await pause(Math.max(0, EVERY_MS - (performance.now() - began)));
  }
  const loaded = onlyAnswered(await busy, 200, "the site during edits");
  say(
    `${EDITS} edits, median ${median(took).toFixed(0)} ms each. Without them ${quiet.rate.toFixed(0)} answers a second, p99 ${quiet.p99} ms; with them ${loaded.rate.toFixed(0)}, p99 ${loaded.p99} ms`,
  );
  return [
    { what: "pages that did not show an edit at the next request", value: unseen, limit: 0, unit: "pages" },
    // The generator counts whole milliseconds, so that a quiet one of 0 could not be doubled.
    {
      what: "p99 during edits, times the quiet one",
      value: loaded.p99 / Math.max(1, quiet.p99),
      limit: 2,
      unit: "times",
    },
  ];
}

/** The session of one of the demo people, as a cookie, by the form that the sign-in page has for them. */
async function signIn(name: string): Promise<string> {
  const page = await (await fetch(`${SITE}/sign-in`)).text();
  const [form = ""] = formsOf(page).filter((form) => form.includes(`>${name}<`));
  const person = new RegExp(`<button[^>]* value="([^"]+)"[^>]*>${name}<`).exec(form)?.[1];
  if (!person) throw new Error(`the sign-in page does not offer "${name}"`);
  const answer = await send("/sign-in", form, { person }, "");
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  if (!cookie) throw new Error(`"${name}" was not signed in: ${answer.status}`);
  return cookie;
}

let deskForm: string | undefined;

/** Corrects the yearly median of pay by the editors' own form. Throws where it is refused. */
async function correctPay(cookie: string, pay: number): Promise<void> {
  const desk = `/admin/roles/${ROLE}?area=US&correct=annual_wage_median`;
  if (!deskForm) {
    const page = await (await fetch(SITE + desk, { headers: { cookie } })).text();
    deskForm = formsOf(page).find(
      (form) => form.includes('value="official"') && form.includes('name="value"'),
    );
  }
  if (!deskForm) throw new Error(`${desk} has no form to correct a figure`);
  const fields = {
    value: String(pay),
    source: "Bench",
    sourceUrl: "https://example.org/bench",
    vintage: "May 2025",
    reason: "The bench counts how soon readers see this.",
  };
  const { status, headers } = await send(desk, deskForm, fields, cookie);
  if (status !== 303 || !headers.get("location")?.includes("saved="))
    throw new Error(`the correction was answered ${status}, to ${headers.get("location")}`);
}

const formsOf = (page: string): string[] => page.match(/<form\b[\s\S]*?<\/form>/g) ?? [];

/** Sends a form as a browser without scripts does: with its hidden fields, and what was typed. */
function send(
  address: string,
  form: string,
  typed: Record<string, string>,
  cookie: string,
): Promise<Response> {
  const body = new FormData();
  for (const [element] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = ["name", "value"].map((key) => new RegExp(` ${key}="([^"]*)"`).exec(element)?.[1]);
    body.set(name ?? "", value ?? "");
  }
  for (const [name, value] of Object.entries(typed)) body.set(name, value);
  return fetch(SITE + address, {
    method: "POST",
    body,
    headers: { cookie, origin: SITE },
    redirect: "manual",
  });
}
