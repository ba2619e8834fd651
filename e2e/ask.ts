/** Requests as anybody may make them by hand, without a browser that would keep its rules. */

export type Reply = { status: number; headers: Headers; body: string };
export type Ask = { method?: string; headers?: Record<string, string>; body?: FormData };

/** Asks once, following no redirect but the one that completes a request for a page's data (`?_rsc=`). */
export async function ask(base: string, path: string, init: Ask, cookie?: string): Promise<Reply> {
  const headers = { ...init.headers, ...(cookie ? { cookie } : {}) };
  const answer = await fetch(`${base}${path}`, { ...init, headers, redirect: "manual" });
  const body = await answer.text();
  const to = answer.headers.get("location") ?? "";
  if (answer.status === 307 && /[?&]_rsc(=|$)/.test(to) && !path.includes("_rsc"))
    return ask(base, to, init, cookie);
  return { status: answer.status, headers: answer.headers, body };
}

/** The ids of the server actions of the build, by the names that domain/access.ts gives them. */
export function actionName({ filename, exportedName }: { filename: string; exportedName: string }): string {
  return `${routeName(filename.replace(/^app/, "")).replace(/\/actions\.ts$/, "")}#${exportedName}`;
}

/** An address as domain/access.ts names it: without groups and without what kind of file answers there. */
export const routeName = (file: string): string =>
  file.replace(/\/\([^)]*\)/g, "").replace(/\/(page|route)$/, "") || "/";

export type Fields = Record<string, string | File>;

/** A form as a page without scripts sends it. */
export function nativeForm(id: string, fields: Fields): Ask {
  const body = new FormData();
  body.append(`$ACTION_ID_${id}`, "");
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { method: "POST", body };
}

/** The same form as the framework's own scripts would send it, which this site does not use. */
export function scriptedForm(id: string, fields: Fields): Ask {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append("0", '["$K1"]');
  return { method: "POST", headers: { "next-action": id, accept: "text/x-component" }, body };
}
