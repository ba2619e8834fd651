import { beginOutside } from "@/server/person/sign-in";

/** Sends the browser to an outside provider. A link and not a form: the policy lets no form lead away from this site. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const { provider } = await params;
  const begun = await beginOutside(provider, new URL(request.url).searchParams.get("next"));
  if (!begun) return new Response("No such way to sign in.\n", { status: 404 });
  const headers = new Headers({ location: begun.location, "cache-control": "private, no-store" });
  for (const line of begun.cookieLines) headers.append("set-cookie", line);
  return new Response(null, { status: 302, headers });
}
