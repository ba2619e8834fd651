import NextAuth from "next-auth";
import { authOptions, outsideProviders } from "@/server/auth";

/** Where an outside provider sends the browser back to. Mailed links have a page of their own, so they are refused here. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ provider: string }> },
): Promise<Response> {
  const { provider } = await params;
  if (!outsideProviders.some(({ id }) => id === provider))
    return new Response("No such way to sign in.\n", { status: 404 });
  return NextAuth(request as never, { params: { nextauth: ["callback", provider] } } as never, authOptions());
}
