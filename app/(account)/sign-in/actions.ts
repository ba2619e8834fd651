"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { senderAddress, writingActor } from "@/server/actor";
import { refuseForm } from "@/server/answer/form";
import { sessionCookie } from "@/server/auth";
import { fieldsOf, type Outcome } from "@/server/command";
import {
  type Browser,
  confirmSignIn,
  requestSignInLink,
  type SignedIn,
  signInDemo,
  signOut,
} from "@/server/person/sign-in";

/** The browser that sent the form; refuses one that came from another site. */
async function browser(): Promise<Browser> {
  await writingActor();
  return {
    address: await senderAddress(),
    userAgent: (await headers()).get("user-agent") ?? "",
    sessionToken: (await cookies()).get(sessionCookie)?.value,
  };
}

export async function requestLink(form: FormData) {
  const outcome = await requestSignInLink(fieldsOf(form), await browser());
  if (outcome.ok) redirect("/sign-in/sent");
  refuseForm("sign-in", outcome);
}

export async function confirm(form: FormData) {
  await enter("confirm", await confirmSignIn(fieldsOf(form), await browser()));
}

export async function enterDemo(form: FormData) {
  await enter("sign-in", await signInDemo(fieldsOf(form), await browser()));
}

export async function leave() {
  await signOut((await browser()).sessionToken);
  (await cookies()).delete(sessionCookie);
  redirect("/");
}

async function enter(form: string, outcome: Outcome<SignedIn>) {
  if (!outcome.ok) return refuseForm(form, outcome);
  const { name, value, expires } = outcome.value.session;
  (await cookies()).set(name, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: name.startsWith("__Host-"),
    path: "/",
    expires,
  });
  redirect(outcome.value.next);
}
