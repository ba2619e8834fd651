import { sentenceCase } from "./amount";
import type { Comparison } from "./comparison";
import type { Profile } from "./profile";
import { groupOf } from "./prose-pair";

/** What a picture draws once: a career in its own tone, or the group that several titles share (tone "n", grey). */
export type PicturedRole = {
  profile: Profile;
  tone: number | "n";
  /** Beside its lane. */
  label: string;
  /** The only career of its page, which needs no letter to be told from others. */
  isAlone?: boolean;
};

/** One career as pictures of comparisons take it. */
export const pageOfOne = (profile: Profile, adjusted: boolean): Comparison => ({
  roles: [profile],
  area: profile.area,
  rows: [],
  adjusted,
});

/** The careers of a comparison as pictures draw them. Where all are counted in one group, that group stands once, under a name of its own. */
export function picturedRoles(comparison: Comparison): PicturedRole[] {
  const { roles } = comparison;
  const [first] = roles;
  if (first && roles.length === 1)
    return [{ profile: first, tone: 0, label: sentenceCase(first.role.plural), isAlone: true }];
  if (!first || !groupOf(comparison))
    return roles.map((profile, i) => ({ profile, tone: i, label: sentenceCase(profile.role.plural) }));
  const [all, both] = roles.length === 2 ? ["Both", "both"] : ["All", "all"];
  const plural = `people in the one group that holds ${both}`;
  return [
    {
      profile: { ...first, role: { ...first.role, plural } },
      tone: "n",
      label: `${all} titles, one group`,
    },
  ];
}
