import { type NextRequest, NextResponse } from "next/server";
import { isDocumentPath } from "@/domain/document-route";
import { documentPolicy, pagePolicy } from "@/server/policy";

/**
 * A content security policy for every page, and the page's own path, by which the frame marks where a reader is.
 * It guards nothing else: who may do what is decided where the data is read and written.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const policy = isDocumentPath(pathname)
    ? documentPolicy
    : pagePolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-pathname", pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

// A résumé and a card for other sites go out with policies of their own, which the framework would drop beside this one.
export const config = { matcher: ["/((?!_next/static|api/|embed/|employer/applications/[^/]+/resume).*)"] };
