/** An application's way through an employer's hands. */
export const stages = ["new", "reviewing", "interview", "offer", "hired", "rejected", "withdrawn"] as const;
export type Stage = (typeof stages)[number];

/** Where an employer may move an application from each stage; a withdrawn one is the applicant's and stays so. */
const moves: Record<Stage, readonly Stage[]> = {
  new: ["reviewing", "interview", "offer", "hired", "rejected"],
  reviewing: ["new", "interview", "offer", "hired", "rejected"],
  interview: ["reviewing", "offer", "hired", "rejected"],
  offer: ["interview", "hired", "rejected"],
  hired: ["offer", "rejected"],
  rejected: ["reviewing"],
  withdrawn: [],
};

/** The stages an employer may move an application to. */
export const movesFrom = (stage: Stage): readonly Stage[] => moves[stage];

/** Whether an applicant may still withdraw. */
export const mayWithdraw = (stage: Stage): boolean => !["hired", "rejected", "withdrawn"].includes(stage);

/** How a stage is told to the applicant. */
export const stageWords: Record<Stage, string> = {
  new: "Received, not read yet",
  reviewing: "Being read",
  interview: "Interview",
  offer: "Offer",
  hired: "Hired",
  rejected: "Not taken further",
  withdrawn: "Withdrawn by you",
};

/** How a stage is told to the employer. */
export const stageNames: Record<Stage, string> = {
  new: "New",
  reviewing: "Reviewing",
  interview: "Interview",
  offer: "Offer",
  hired: "Hired",
  rejected: "Rejected",
  withdrawn: "Withdrawn by the applicant",
};
