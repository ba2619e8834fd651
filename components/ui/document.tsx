import { createRequire } from "node:module";
import path from "node:path";
import type { ReactNode } from "react";

// The framework lets no page import the renderer that it uses itself, so that it is loaded past the bundler.
const { renderToStaticMarkup } = createRequire(path.resolve("package.json"))(
  ["react-dom", "server"].join("/"),
) as typeof import("react-dom/server");

/** A whole document as text, for an answer that the framework's frame does not stand around. Of plain components, as below. */
export const drawn = (document: ReactNode): string => `<!doctype html>${renderToStaticMarkup(document)}`;

/**
 * The body of a page that no script of the framework touches: drawn once, as text, where the framework would draw
 * each element for itself, then for the document, and send both. For components that are plain functions of their
 * props: no promise, no hook, and no form that is sent to a function. See docs/decisions/0013-documents-are-drawn-once.md.
 */
export function Document({ children }: { children: ReactNode }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, and escaped what it was given
  return <div dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(children) }} />;
}
