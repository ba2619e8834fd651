import {
  dateText,
  dayText,
  type ListedPosting,
  offerText,
  postingPath,
  whereText,
} from "@/domain/posting-view";

/** Postings as cards: the title is the one link of each. The headings are one level under that of the list. */
export function PostingList({ postings, level = 3 }: { postings: ListedPosting[]; level?: 3 | 4 }) {
  const Title = level === 3 ? "h3" : "h4";
  return (
    <ul className="grid">
      {postings.map((posting) => (
        <li key={posting.id} className="max-w-[42rem] border-b border-rule py-3">
          <Title>
            <a href={postingPath(posting)}>{posting.title}</a>
          </Title>
          <p>
            {posting.employer.name}{" "}
            {posting.employer.isVerified && <span className="small">(verified employer) </span>}
          </p>
          <p>{whereText(posting, { short: true })} </p>
          <p>
            {offerText(posting.pay) ?? "Pay not given"} <span className="small">as the employer says </span>
          </p>
          <p className="small">
            {posting.firstPostedAt && <>First posted {dateText(posting.firstPostedAt, posting.zone)}. </>}
            {posting.closesOn && <>Closes {dayText(posting.closesOn)}.</>}
          </p>
        </li>
      ))}
    </ul>
  );
}
