import { isLoopback } from "./loopback";
import { appUrl, isLocal } from "./settings";

/** Whether headers name this site as the sender of a write. On one's own machine any loopback name of it will do; a missing Origin never does. */
export function isOwnOrigin(origin: string | null, host: string | null, fetchSite: string | null): boolean {
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  if (origin === null || !URL.canParse(origin)) return false;
  if (origin === appUrl.origin) return true;
  const from = new URL(origin);
  return isLocal && from.protocol === "http:" && isLoopback(from.hostname) && from.host === host;
}
