import { createHash } from "node:crypto";
import { cardStyle, FigureCard, NoSuchCard } from "@/components/card/card";
import { drawn } from "@/components/ui/document";
import { appUrl } from "@/server/settings";

/** Any site may frame a card, and nothing else of this one; a card may load nothing but its own sheet. */
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(cardStyle).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors *",
  ].join("; "),
  "cross-origin-resource-policy": "cross-origin",
  "x-robots-tag": "noindex",
};
const { origin } = appUrl;

/** A card as a whole document; `page` is the path of the page that it leads to. */
export const cardAnswer = ({ page, ...card }: Omit<Parameters<typeof FigureCard>[0], "origin">): Response =>
  new Response(drawn(<FigureCard {...card} page={`${origin}${page}`} origin={origin} />), { headers });

/** For an address that names nothing. */
export const noSuchCard = (what: string): Response =>
  new Response(drawn(<NoSuchCard what={what} origin={origin} />), { status: 404, headers });
