import { type Stage, stageNames, stageWords } from "@/domain/application";
import { type Letter, letter, oneLine } from "@/domain/letter";
import { appUrl } from "@/server/settings";

/**
 * The mails about an application. What an applicant typed is in none that goes to the applicant's address: anybody may
 * type an address, and would have us mail to it whatever is in the form.
 */

type Posting = { id: string; title: string; employer: string };

const named = ({ title, employer }: Posting) => `“${oneLine(title)}” at ${oneLine(employer)}`;
const FIRST_MAIL =
  "The link in our first mail about it shows where it stands. We do not keep that link, so please keep the mail.";
const NOT_YOU = "If it was not you, somebody typed your address.";

/** To the applicant: it is here, and by this link it can be followed and withdrawn. */
export const receivedLetter = (posting: Posting, token: string): Letter =>
  letter({
    subject: `Your application: ${oneLine(posting.title)}`,
    paragraphs: [
      `Your application for ${named(posting)} has been received, and the employer can read it.`,
      "The link below shows where it stands, and lets you withdraw it. Whoever has the link can do the same, so keep it to yourself.",
      `${NOT_YOU} Withdraw the application by the link.`,
    ],
    link: { label: "See your application", url: new URL(`/applications/${token}`, appUrl).href },
  });

/** To an address that applied before: the first application stands. */
export const keptLetter = (posting: Posting, stage: Stage): Letter =>
  letter({
    subject: `Your application: ${oneLine(posting.title)}`,
    paragraphs: [
      `An application for ${named(posting)} was sent from this address again. One is kept for each address, and it is the first one: nothing of the new one was kept.`,
      `It stands at: ${stageWords[stage]}. ${FIRST_MAIL}`,
      NOT_YOU,
    ],
  });

/** To the applicant: the employer has moved it. */
export const movedLetter = (posting: Posting, stage: Stage): Letter =>
  letter({
    subject: `Your application: ${oneLine(posting.title)}`,
    paragraphs: [
      `The employer has moved your application for ${named(posting)}. It now stands at: ${stageWords[stage]}.`,
      FIRST_MAIL,
    ],
  });

/** To the applicant: it was withdrawn by the mailed link. */
export const withdrawnLetter = (posting: Posting): Letter =>
  letter({
    subject: `Your application: ${oneLine(posting.title)}`,
    paragraphs: [
      `Your application for ${named(posting)} has been withdrawn by the link in our first mail. The employer has been told.`,
    ],
  });

const applicantsLink = ({ id }: Posting) => ({
  label: "See the applicants",
  url: new URL(`/employer/postings/${id}/applicants`, appUrl).href,
});

/** To the employer's people: somebody applied. */
export const newApplicantLetter = (posting: Posting, applicant: string): Letter =>
  letter({
    subject: `New applicant: ${oneLine(posting.title)}`,
    paragraphs: [`${oneLine(applicant)} has applied for ${named(posting)}.`],
    link: applicantsLink(posting),
  });

/** To the employer's people: somebody withdrew. */
export const applicantLeftLetter = (posting: Posting, applicant: string): Letter =>
  letter({
    subject: `Application withdrawn: ${oneLine(posting.title)}`,
    paragraphs: [
      `${oneLine(applicant)} has withdrawn the application for ${named(posting)}. It stays in your list as “${stageNames.withdrawn}”.`,
    ],
    link: applicantsLink(posting),
  });
