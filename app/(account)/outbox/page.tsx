import type { Metadata } from "next";
import { NothingHere } from "@/components/ui/nothing-here";
import { answerWith } from "@/server/answer/status";
import { isOutboxOpen, waitingMails } from "@/server/mail/queries";

export const metadata: Metadata = { title: "Outbox", robots: { index: false } };

/** Mail that waits because no mail server is set: readable on one's own machine, and nowhere else. */
export default async function OutboxPage() {
  if (!isOutboxOpen) {
    answerWith(404);
    return <NothingHere />;
  }
  const mails = await waitingMails();
  return (
    <>
      <h1 className="home-title">Outbox</h1>
      <p className="prose">
        No mail server is set on this machine, so mail waits here. The newest stands first.
      </p>
      {mails.map(({ id, to, subject, text }) => (
        <article key={id} className="mail">
          <h2>{subject}</h2>
          <p className="small">To {to}</p>
          {text.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>
              {paragraph.split(/(https?:\/\/\S+)/).map((part) =>
                part.startsWith("http") ? (
                  <a key={part} href={part}>
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          ))}
        </article>
      ))}
      {mails.length === 0 && <p className="prose">No mail yet.</p>}
    </>
  );
}
