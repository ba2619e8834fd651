import { operations } from "@/domain/open-data";
import { openApiDocument } from "@/domain/openapi";
import { answerTagged, problem } from "@/server/answer/json";
import { preflight, readAsked } from "@/server/answer/open-data";
import { appUrl } from "@/server/settings";

/** `GET /api/v1/openapi.json`: all of the open data, described for programs. */
export function GET(request: Request): Response {
  const unknown = () => problem(404, "Unknown address", "Nothing has this address.");
  const asked = readAsked(operations.document, new URL(request.url), {}, unknown);
  if (asked instanceof Response) return asked;
  const text = JSON.stringify(openApiDocument(appUrl.origin));
  return answerTagged(request, text, { "content-type": "application/json" });
}
export const OPTIONS = preflight;
