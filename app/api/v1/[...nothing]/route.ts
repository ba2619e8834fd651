import { problem } from "@/server/answer/json";
import { preflight } from "@/server/answer/open-data";

/** Any other address below `/api/v1/`: a program is told in its own way that nothing is there. */
export const GET = (): Response =>
  problem(404, "Unknown address", "Nothing has this address. /api/v1/openapi.json names all there are.");
export const OPTIONS = preflight;
