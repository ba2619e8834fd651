import type { SkillOverlap } from "./comparison";

/** The title of two lists of skills: how many of the top ones both have. */
export function skillFinding({ size, shared }: SkillOverlap): string {
  if (size === 1)
    return shared.length === 1 ? "The top-rated skill is the same" : "The top-rated skill differs";
  if (shared.length === size) return `All ${size} top-rated skills are the same`;
  if (shared.length === 0) return `None of the ${size} top-rated skills is the same`;
  return `${shared.length} of the ${size} top-rated skills ${shared.length === 1 ? "is" : "are"} the same`;
}
