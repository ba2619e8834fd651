import { problemType } from "@/domain/open-data";
import type { Problem } from "@/domain/open-data-answer";
import { namesTag, type ParameterFault } from "@/domain/open-data-request";
import { contentVersion } from "../content-version";

/** Any site may read, and its programs may see the tag of an answer and the links beside it. */
export const cors = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link",
};

/** What each answer says of its figures' terms. */
export const terms = {
  licence:
    "US Government works are in the public domain; O*NET and GeoNames are CC BY 4.0. Title-level figures of the seed page carry no licence claim.",
  documentation: "/sources",
};
/** A text that any site may read, offered as a file of that name. */
export const answerText = (text: string, type: string, file: string): Response =>
  new Response(text, {
    headers: { ...cors, "content-type": type, "content-disposition": `attachment; filename="${file}"` },
  });

/**
 * A text that any site may read, with a tag made from it; 304 where the request names that tag. It may be kept, and
 * is asked for again each time.
 */
export function answerTagged(request: Request, text: string, headers: Record<string, string>): Response {
  const tag = `W/"${contentVersion(text)}"`;
  return unlessKept(request, tag, headers, () => text);
}

/** As `answerTagged`, where the tag is known before the body is made. */
export function unlessKept(
  request: Request,
  tag: string,
  headers: Record<string, string>,
  body: () => BodyInit,
): Response {
  const { "content-type": type, "content-disposition": file, ...others } = headers;
  const kept = { ...cors, "cache-control": "no-cache", etag: tag, ...others };
  if (namesTag(request.headers.get("if-none-match"), tag))
    return new Response(null, { status: 304, headers: kept });
  return new Response(body(), {
    headers: { ...kept, ...(type && { "content-type": type }), ...(file && { "content-disposition": file }) },
  });
}

/** A refusal as RFC 9457 describes it; `errors` names each wrong parameter. */
export function problem(status: number, title: string, detail: string, errors?: ParameterFault[]): Response {
  const body: Problem = {
    type: problemType(title),
    title,
    status,
    detail,
    ...(errors && errors.length > 0 && { errors }),
  };
  return Response.json(body, { status, headers: { ...cors, "content-type": "application/problem+json" } });
}
