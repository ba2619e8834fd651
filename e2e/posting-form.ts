/** A day so many days from now, as a field for a date takes it. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What the form of a posting takes of one that is whole but for its title. */
export const bakerPosting = {
  occupation: "bakers",
  workplace: "on_site",
  city: "Oakland",
  workState: "US-CA",
  payMin: "30000",
  payMax: "40000",
  payUnit: "year",
  terms: "full_time",
  description: "Bake bread.",
  applyBy: "here",
  closesOn: inDays(20),
  zone: "America/Los_Angeles",
};
