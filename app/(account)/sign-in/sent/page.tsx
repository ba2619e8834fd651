import type { Metadata } from "next";
import { LINK_MINUTES } from "@/server/auth";
import { isOutboxOpen } from "@/server/mail/queries";

export const metadata: Metadata = { title: "Look at your mail", robots: { index: false } };

export default function SentPage() {
  return (
    <>
      <h1 className="home-title">Look at your mail</h1>
      <p className="prose">
        If the address takes mail, a link is on its way. It works once, for {LINK_MINUTES} minutes. A newer
        link takes its place.
      </p>
      {isOutboxOpen && (
        <p className="prose">
          No mail server is set on this machine: the mail waits in the <a href="/outbox">outbox</a>.
        </p>
      )}
    </>
  );
}
