import { redirect } from "next/navigation";
import { cache } from "react";
import { currentActor } from "@/server/actor";
import { postingToEdit } from "@/server/posting/private-queries";

/** The posting of an address for whoever may work on it; visitors are sent to sign in and come back. */
export const loadPosting = cache(async (id: string, page: "" | "/check") => {
  const actor = await currentActor();
  if (actor.kind !== "person")
    redirect(`/sign-in?next=${encodeURIComponent(`/employer/postings/${id}${page}`)}`);
  return postingToEdit(actor, id, new Date());
});
