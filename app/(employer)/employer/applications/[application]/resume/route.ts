import { attachmentHeader } from "@/domain/resume";
import { currentActor } from "@/server/actor";
import { resumeOf } from "@/server/application/queries";
import { mediaTypeOf, resumeBody } from "@/server/application/resume-file";

const guard = {
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  // Somebody wrote this file: wherever a browser shows it after all, it runs nothing and reads nothing of this site.
  "content-security-policy": "sandbox; default-src 'none'",
};

/** A résumé, to be saved, for the people of the employer it was sent to. Anybody else gets what is answered where there is none. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ application: string }> },
): Promise<Response> {
  const resume = await resumeOf(await currentActor(), (await params).application);
  if (!resume)
    return new Response("There is nothing at this address.\n", {
      status: 404,
      headers: { ...guard, "content-type": "text/plain; charset=utf-8" },
    });
  return new Response(await resumeBody(resume), {
    headers: {
      ...guard,
      "content-type": mediaTypeOf(resume.kind),
      "content-length": String(resume.bytes),
      "content-disposition": attachmentHeader(resume.name),
    },
  });
}
