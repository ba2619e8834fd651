import { sources } from "@/data/sources";
import { type Area, NATION } from "@/domain/area";
import { areaOf } from "@/server/area/queries";

const cors = { "access-control-allow-origin": "*" };

/** What each answer says of its figures' terms. */
const meta = {
  licence:
    "US Government works are in the public domain; O*NET and GeoNames are CC BY 4.0. Title-level figures of the seed page carry no licence claim.",
  attribution: sources.map(({ attribution }) => attribution).filter((text) => text !== ""),
  documentation: "/sources",
};

/** A JSON answer that any site may read. */
export function answer(body: Record<string, unknown>): Response {
  return Response.json({ ...body, meta }, { headers: cors });
}

/** A text that any site may read, offered as a file of that name. */
export const answerText = (text: string, type: string, file: string): Response =>
  new Response(text, {
    headers: { ...cors, "content-type": type, "content-disposition": `attachment; filename="${file}"` },
  });

/** A refusal as RFC 9457 describes it. */
export function problem(status: number, title: string, detail: string): Response {
  return Response.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { ...cors, "content-type": "application/problem+json" } },
  );
}

/** The area that a request asks for, the nation where it names none; or the refusal of one that is not known. */
export async function areaAsked(request: Request): Promise<Area | Response> {
  const code = new URL(request.url).searchParams.get("area") ?? NATION.code;
  return (await areaOf(code)) ?? unknownArea();
}

export const unknownArea = (): Response =>
  problem(
    400,
    "Unknown area",
    "Give US, a state such as US-CA, a metro such as cbsa-41940 or a nonmetro area.",
  );
