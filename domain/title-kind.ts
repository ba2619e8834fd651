/** Words that end a job title and name hardly more than a rank, in groups that stand for one another. */
const groups = {
  manager: "manager director head vp chief lead leader executive president superintendent owner",
  supervisor: "supervisor foreman crewleader forelady",
  specialist:
    "specialist coordinator associate analyst representative generalist officer consultant advisor adviser partner strategist agent professional expert administrator",
  assistant: "assistant aide helper attendant clerk",
  technician: "technician technologist mechanic installer repairer serviceman",
  engineer: "engineer developer programmer architect",
  worker: "worker operator hand laborer crew member employee handler operative",
  clinician: "therapist clinician counselor",
  teacher: "teacher instructor educator trainer",
  professor: "professor lecturer faculty",
  cook: "cook chef",
  driver: "driver trucker hauler",
} as const;

export type TitleKind = keyof typeof groups;

const kinds = new Map<string, TitleKind>();
for (const kind of Object.keys(groups) as TitleKind[])
  for (const word of groups[kind].split(" ")) kinds.set(word, kind);

/** What the last word of a title ranks somebody as; undefined for a word that names a trade by itself. */
export const kindOf = (head: string): TitleKind | undefined => kinds.get(head);

/** Kinds of which a word alone names no occupation. */
const vague = new Set<TitleKind>([
  "manager",
  "supervisor",
  "specialist",
  "assistant",
  "worker",
  "engineer",
  "technician",
]);

export const isVague = (head: string): boolean => {
  const kind = kinds.get(head);
  return kind !== undefined && vague.has(kind);
};

const near: Partial<Record<TitleKind, Partial<Record<TitleKind, number>>>> = {
  manager: { supervisor: 0.55, specialist: 0.3 },
  supervisor: { manager: 0.5 },
  specialist: { assistant: 0.4, manager: 0.3, technician: 0.35 },
  assistant: { worker: 0.4, specialist: 0.35, technician: 0.3 },
  technician: { engineer: 0.35, worker: 0.4, specialist: 0.4 },
  engineer: { technician: 0.3, specialist: 0.3 },
  worker: { assistant: 0.5, technician: 0.4, driver: 0.5 },
  driver: { worker: 0.5 },
  professor: { teacher: 0.4 },
};

/** How well one last word stands for another: 1 the same, 0 not at all. */
export function kinship(asked: string, other: string): number {
  if (asked === other) return 1;
  const [a, b] = [kinds.get(asked), kinds.get(other)];
  if (!a || !b) return 0;
  return a === b ? (a === "manager" ? 0.85 : 0.75) : (near[a]?.[b] ?? 0);
}
