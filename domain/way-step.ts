import type { Figure } from "./figure";
import type { SharedSkills } from "./likeness";
import type { PayChange } from "./pay-change";
import type { RoleName } from "./profile";

/** A job on a way: the role that stands for its code, and its figures as readers see them. */
export type WayStop = {
  role: RoleName;
  /** The titles that a merged code joins; empty for any other. */
  joins: string[];
  /** Median pay and jobs in the place asked for; openings and what is asked, of the nation. */
  figures: Figure[];
};

export type WayStep = {
  from: WayStop;
  to: WayStop;
  /** Place among the occupations that O*NET relates to `from`; null where it names it not. */
  related: number | null;
  /** Null where O*NET does not rate the skills of either. */
  shared: SharedSkills | null;
  /** Against the job that the whole way starts from. */
  change: PayChange;
};

/** A way with all that a page says of it. */
export type WholeWay = {
  steps: WayStep[];
  /** Dollars a year by which the worst-paid stop on the way pays less than the first job; null where not known. */
  loss: number | null;
  /** Other ways to the same job, each better in something, by the names of their stops. */
  others: RoleName[][];
};

/** The jobs that are so many steps away, and the ways to those of them that a page shows. */
export type WayList = { steps: number; total: number; ways: WholeWay[] };
