import { cookies } from "next/headers";
import { parseTray, trayText } from "@/domain/tray";
import { appUrl } from "@/server/settings";

const DAYS = 30;
const secure = appUrl.protocol === "https:";

/** `__Host-` binds the cookie to this host over https; browsers refuse that name over http. */
const NAME = secure ? "__Host-crossroads.tray" : "crossroads.tray";

/** The slugs in the reader's tray, as the browser keeps them: they may be of no role. */
export async function keptTray(): Promise<string[]> {
  return parseTray((await cookies()).get(NAME)?.value ?? "");
}

/** Lets the browser keep a tray, or forget it where it is empty. It says nothing of who the reader is, and scripts of our own may count it. */
export async function keepTray(slugs: readonly string[]): Promise<void> {
  const options = {
    path: "/",
    sameSite: "lax" as const,
    secure,
    maxAge: slugs.length > 0 ? DAYS * 86_400 : 0,
  };
  (await cookies()).set(NAME, trayText(slugs), options);
}
