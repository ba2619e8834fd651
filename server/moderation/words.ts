import { lines } from "@/domain/form-field";
import { LONGEST_WORDS } from "@/domain/report";

/** What a moderator has to write; `missing` says so when nothing is written. */
export const wordsAsked = (missing: string) => lines(LONGEST_WORDS).refine((text) => text !== "", missing);
