import "./globals.css";
import "./compare.css";
import "./suggest.css";
import "./home.css";
import "./source.css";
import "./families.css";
import "./way.css";
import "./career.css";
import "./code.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { Fragment, type ReactNode } from "react";
import { Hatch } from "@/components/ui/hatch";
import { isDocumentPath } from "@/domain/document-route";
import { likelyNext } from "@/domain/likely-next";
import { currentActor } from "@/server/actor";
import { enhanceAddress, enhanceIntegrity } from "@/server/enhance";

/**
 * No swap: text that is being read stays where it is. Asked for ahead, so that a first reader has it too; front/font.ts
 * cuts it to the weights and letters of this site before a build.
 */
const overpass = localFont({
  src: "./overpass.woff2",
  weight: "400 800",
  display: "optional",
  variable: "--font-overpass",
  adjustFontFallback: "Arial",
  declarations: [
    { prop: "ascent-override", value: "97%" },
    { prop: "descent-override", value: "29%" },
  ],
});

/** Pages carry a nonce of their own, so none is made ahead. */
export const dynamic = "force-dynamic";

/** Part of the page: as a file of its own it would share the line with the font just before the first paint. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#00573d" d="M0 0h32v32H0z"/><path fill="none" stroke="#fff" stroke-width="3" d="M6 9h7l6 14h7M6 23h7l1.5-3.5M17.5 12.5 19 9h7"/></svg>`;
/** Only what an address, or an attribute, would misread is written by its code. */
const ICON_ADDRESS = `data:image/svg+xml,${ICON.replace(/[<>"#]/g, encodeURIComponent)}`;

export const metadata: Metadata = {
  metadataBase: new URL(process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`),
  title: { default: "Crossroads", template: "%s | Crossroads" },
  icons: { icon: ICON_ADDRESS },
};
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#101613" },
  ],
};

const places = [
  ["/compare", "Compare"],
  ["/careers", "Careers"],
  ["/jobs", "Jobs"],
  ["/sources", "Sources"],
  ["/post", "Post a job"],
] as const;

/** Pages that begin with a search of their own need no second one. */
const asksForTitle = (path: string) => path !== "/" && path !== "/careers";

function FindCareer() {
  return (
    <search>
      <form className="find" action="/careers">
        <label htmlFor="find">Find a career</label>
        <suggest-box of="titles" go="">
          <input id="find" name="q" type="search" maxLength={120} />
        </suggest-box>
        <button type="submit">Find</button>
      </form>
    </search>
  );
}

/** Links are plain: each page is a document of its own, so that this frame is drawn anew for each. */
export default async function Layout({ children }: { children: ReactNode }) {
  const here = (await headers()).get("x-pathname") ?? "";
  const actor = await currentActor();
  const own =
    actor.kind === "person" ? (["/account", "Account"] as const) : (["/sign-in", "Sign in"] as const);
  return (
    <html lang="en-US" className={overpass.variable}>
      <body>
        <a className="skip absolute -top-16 left-4 z-10 bg-paper p-2 focus:top-2" href="#main">
          Skip to the page
        </a>
        <Hatch />
        <header className="border-b border-rule">
          <div className="page flex flex-wrap items-center gap-x-6 gap-y-1 py-2">
            <a
              className="inline-flex min-h-11 items-center gap-2 text-l font-extrabold text-ink no-underline"
              href="/"
            >
              <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
                <rect className="fill-sign" width="32" height="32" rx="6" />
                <path
                  className="fill-none stroke-sign-ink"
                  strokeWidth="3"
                  strokeLinecap="round"
                  d="M6 9h7l6 14h7M6 23h7l1.5-3.5M17.5 12.5 19 9h7"
                />
              </svg>
              Crossroads
            </a>{" "}
            <nav className="site-nav flex flex-wrap gap-x-4" aria-label="Main">
              {[...places, own].map(([href, text]) => (
                <Fragment key={href}>
                  <a
                    href={href}
                    aria-current={here === href ? "page" : here.startsWith(`${href}/`) ? "true" : undefined}
                  >
                    {text}
                    {href === "/compare" && <tray-count />}
                  </a>{" "}
                </Fragment>
              ))}
            </nav>
            {asksForTitle(here) && <FindCareer />}
          </div>
        </header>
        <main id="main" className="page pt-2">
          {children}
        </main>
        <footer className="mt-16 border-t border-rule bg-ground py-6">
          <div className="page grid gap-3">
            <p className="site-links flex flex-wrap gap-x-6">
              <a className="inline-block min-h-6 text-ink" href="/sources">
                Sources and method
              </a>{" "}
              <a className="inline-block min-h-6 text-ink" href="/developers">
                Open data
              </a>
            </p>
            <p className="small">
              Figures from the US Bureau of Labor Statistics, the Bureau of Economic Analysis and the Census
              Bureau, and from the O*NET 30.1 Database by the U.S. Department of Labor, Employment and
              Training Administration (USDOL/ETA), CC BY 4.0, modified. Each figure says where it is from.
            </p>
          </div>
        </footer>
        <script type="module" src={enhanceAddress} integrity={enhanceIntegrity} />
        {isDocumentPath(here) && <script type="speculationrules">{likelyNext}</script>}
      </body>
    </html>
  );
}
