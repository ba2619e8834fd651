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
    <ul className="grid grid-cols-[minmax(0,1fr)]">
      {postings.map((posting) => (
        <li key={posting.id} className="job">
          <div>
            <Title>
              <a className="inline-block min-h-6" href={postingPath(posting)}>
                <bdi>{posting.title}</bdi>
              </a>
            </Title>
            <p>
              <bdi>{posting.employer.name}</bdi>{" "}
              {posting.employer.isVerified && <span className="small">(verified employer) </span>}
            </p>
            <p>
              <bdi>{whereText(posting, { short: true })}</bdi>{" "}
            </p>
          </div>
          <div>
            <p className="job-pay">
              {offerText(posting.pay) ?? "Pay not given"}{" "}
              <span className="small font-normal">as the employer says </span>
            </p>
            <p className="small">
              {posting.firstPostedAt && (
                <span className="inline-block">
                  First posted {dateText(posting.firstPostedAt, posting.zone)}.
                </span>
              )}{" "}
              {posting.closesOn && (
                <span className="inline-block">Closes {dayText(posting.closesOn)}.</span>
              )}{" "}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
