/** The states, the District of Columbia and Puerto Rico, by name: where work is done, and by whose law. */
const names = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  PR: "Puerto Rico",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
} as const;

export type UsState = { code: string; postal: string; name: string };

/** All of them by name, with the area code that figures use (`US-CA`) and the postal one (`CA`). */
export const usStates: readonly UsState[] = Object.entries(names).map(([postal, name]) => ({
  code: `US-${postal}`,
  postal,
  name,
}));

/** The state of an area code; undefined for any other text. */
export const stateOfCode = (code: string): UsState | undefined =>
  usStates.find((state) => state.code === code);

/** The state that somebody names as "California", "ca" or "US-CA"; undefined for no state. */
export function stateNamed(typed: string): UsState | undefined {
  const name = typed.trim().replace(/\s+/g, " ").toLowerCase();
  return usStates.find(({ code, postal, name: full }) =>
    [code, postal, full].some((form) => form.toLowerCase() === name),
  );
}
