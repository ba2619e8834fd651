import { type NextRequest, NextResponse } from "next/server";
import { enhanceIntegrity } from "@/server/enhance";

/**
 * A strict content security policy with a fresh nonce for every page, and the page's own path, by which
 * the frame marks where a reader is. It guards nothing else: who may do what is decided where the data is
 * read and written.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  // The development server evaluates code and injects styles; the built site does neither.
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' '${enhanceIntegrity}'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    ...(development ? [] : ["style-src-attr 'none'"]),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-pathname", request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// A résumé and a card for other sites go out with policies of their own, which the framework would drop beside this one.
export const config = { matcher: ["/((?!_next/static|api/|embed/|employer/applications/[^/]+/resume).*)"] };
