import NextAuth from "next-auth";
import { authOptions, outsideProviders } from "@/server/auth";
import { withoutAuthError } from "@/server/person/sign-in";

/** Where an outside provider sends the browser back to. Mailed links have a page of their own, so they are refused here. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const { provider } = await params;
  if (!outsideProviders.some(({ id }) => id === provider))
    return new Response("No such way to sign in.\n", { status: 404 });
  const answer: Response = await NextAuth(
    request as never,
    { params: { nextauth: ["callback", provider] } } as never,
    authOptions(),
  );
  const headers = new Headers(answer.headers);
  headers.set("location", withoutAuthError(headers.get("location") ?? "/sign-in?problem=outside"));
  headers.set("cache-control", "private, no-store");
  return new Response(null, { status: 302, headers });
}
