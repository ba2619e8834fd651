import { Section } from "@/components/ui/section";
import type { ListedPosting } from "@/domain/posting-view";
import { PostingList } from "./posting-list";

/** The newest open jobs of a career, or of the careers of a comparison, as a section of its page; nothing where there are none. */
export function OpenJobs({ postings }: { postings: ListedPosting[] }) {
  if (postings.length === 0) return null;
  return (
    <Section id="jobs" title="Open jobs" note="Newest first, from employers here">
      <PostingList postings={postings} />
      <p>
        <a href="/jobs">Search all open jobs</a>
      </p>
    </Section>
  );
}
