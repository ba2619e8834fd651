import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { AddToTray } from "@/components/comparison/tray";
import { PayMarket } from "@/components/posting/pay-market";
import { PostingChanges } from "@/components/posting/posting-changes";
import { PostingView } from "@/components/posting/posting-view";
import { Document } from "@/components/ui/document";
import { ErrorPage } from "@/components/ui/error-page";
import { NothingHere } from "@/components/ui/nothing-here";
import { sentenceCase } from "@/domain/amount";
import { jobPostingLd, jsonLdText } from "@/domain/job-posting-ld";
import {
  offerText,
  type PublicPosting,
  postingPath,
  postingSlug,
  webAddress,
  whereText,
} from "@/domain/posting-view";
import { answerWith } from "@/server/answer/status";
import { marketOf } from "@/server/posting/market";
import { publicPosting } from "@/server/posting/queries";
import { roleOfOccupation } from "@/server/role/queries";
import { appUrl } from "@/server/settings";

/** `slug` is missing where only the posting was named. */
type Address = { params: Promise<{ posting: string; slug?: string }> };

/** One look a request, for the page and its metadata: both see the same moment. */
const load = cache(async (id: string, slug: string | undefined) => {
  const found = await publicPosting(id, new Date());
  if (found?.kind === "shown" && postingSlug(found.posting.title) !== slug)
    permanentRedirect(postingPath(found.posting));
  return found;
});

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const { posting: id, slug } = await params;
  const found = await load(id, slug);
  if (found?.kind !== "shown")
    return { title: found ? "This job is closed" : "Page not found", robots: { index: false } };
  const { posting } = found;
  const isOpen = posting.status === "open";
  const place = whereText(posting, { short: true });
  return {
    title: `${isOpen ? "" : `${sentenceCase(posting.status)}: `}${posting.title}, ${place}`,
    description: [`${posting.employer.name}. ${place}`, offerText(posting.pay)].filter(Boolean).join(". "),
    alternates: { canonical: postingPath(posting) },
    ...(!isOpen && { robots: { index: false } }),
  };
}

/** One posting: open with the way to apply, paused or closed without, gone, or none at all. */
export default async function PostingPage({ params }: Address) {
  const { posting: id, slug } = await params;
  const found = await load(id, slug);
  if (!found) {
    answerWith(404);
    return <NothingHere />;
  }
  if (found.kind === "gone") {
    answerWith(410);
    return (
      <ErrorPage
        title="This job is closed"
        explanation="It closed more than 30 days ago, and its page is gone for good."
        suggestions={[]}
        next={{ href: "/jobs", text: "Search open jobs" }}
      />
    );
  }
  const { posting } = found;
  const role = posting.soc === null ? undefined : await roleOfOccupation(posting.soc);
  const market = await marketOf(posting);
  const markup = jobPostingLd(posting, appUrl.href);
  return (
    <Document>
      <PostingView posting={posting} act={posting.status === "open" && <Apply posting={posting} />}>
        <PostingChanges changes={posting.changes} zone={posting.zone} />
        {market && <PayMarket pay={posting.pay} market={market} />}
      </PostingView>
      {role && (
        <div className="pt-6">
          <AddToTray role={role} back={postingPath(posting)} />
        </div>
      )}
      {posting.status === "open" && (
        <p className="on-screen pt-6">
          <a href={`${postingPath(posting)}/report`} rel="nofollow">
            Report this posting
          </a>
        </p>
      )}
      {markup && <script type="application/ld+json">{jsonLdText(markup)}</script>}
    </Document>
  );
}

function Apply({ posting }: { posting: PublicPosting }) {
  const outside = posting.applyBy === "link" ? webAddress(posting.applyUrl) : undefined;
  return outside ? (
    <a className="button" href={outside.href} rel="nofollow noopener">
      Apply at {outside.hostname}
    </a>
  ) : (
    <a className="button" href={`${postingPath(posting)}/apply`}>
      Apply
    </a>
  );
}
