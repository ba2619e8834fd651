import type { Metadata } from "next";

export const metadata: Metadata = { title: "Your report is sent", robots: { index: false } };

/** The same after every report: nothing here says what it brought about. */
export default function SentPage() {
  return (
    <>
      <h1 className="home-title">Your report is sent</h1>
      <p className="prose">Thank you. Our moderators read every report and decide what happens.</p>
      <p className="prose">
        <a href="/jobs">Back to the jobs</a>
      </p>
    </>
  );
}
