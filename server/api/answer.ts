import { sources } from "@/data/sources";

const cors = { "access-control-allow-origin": "*" };

/** What each answer says of its figures' terms. */
const meta = {
  licence:
    "US Government works are in the public domain; O*NET is CC BY 4.0. Title-level figures of the seed page carry no licence claim.",
  attribution: sources.map(({ attribution }) => attribution).filter((text) => text !== ""),
  documentation: "/sources",
};

/** A JSON answer that any site may read. */
export function answer(body: Record<string, unknown>): Response {
  return Response.json({ ...body, meta }, { headers: cors });
}

/** A refusal as RFC 9457 describes it. */
export function problem(status: number, title: string, detail: string): Response {
  return Response.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { ...cors, "content-type": "application/problem+json" } },
  );
}
