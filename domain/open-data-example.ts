/** One request as the page for developers shows it, and as a test sends it. */
export type Example = {
  title: string;
  /** What it is for, in one sentence. */
  says: string;
  path: string;
  accept?: string;
  status: number;
  type: string;
  /** What to look at in a JSON answer, as a path into it; the test finds something at each. */
  holds: readonly string[];
};

export const examples: readonly Example[] = [
  {
    title: "Find a place",
    says: "A city, county, town or ZIP code gives the codes of areas, best first, each with why.",
    path: "/api/v1/areas?q=San+Diego",
    status: 200,
    type: "application/json",
    holds: ["areas.0.code", "areas.0.name", "areas.0.why"],
  },
  {
    title: "What a job title means",
    says: "A title as people write it gives the roles it may mean, best first, with the title that matched and how sure it is.",
    path: "/api/v1/titles?q=patient+liason",
    status: 200,
    type: "application/json",
    holds: ["titles.0.role", "titles.0.via.title", "titles.0.score"],
  },
  {
    title: "Pay of one role in one place",
    says: "fields keeps the answer small: name the measures and lists that you need.",
    path: "/api/v1/roles/bakers?area=US-CA&fields=annual_wage_median,employment",
    status: 200,
    type: "application/json",
    holds: ["figures.0.value", "figures.0.source.release", "figures.0.vintage", "meta.releases.0.licence"],
  },
  {
    title: "Everything about an occupation",
    says: "By its code of the 2018 SOC: all figures, the empty ones with their reason, and all lists.",
    path: "/api/v1/occupations/51-3011",
    status: 200,
    type: "application/json",
    holds: ["role", "figures.0.measure", "lists.skills.0.name", "lists.states.0.value"],
  },
  {
    title: "Compare two roles",
    says: "The rows of the comparison page, how the second stands to the first, and the sentences.",
    path: "/api/v1/compare?roles=bakers,barbers&area=US-CA",
    status: 200,
    type: "application/json",
    holds: ["rows.0.cells.0.figure.value", "rows.0.relations.0.relation", "sentences.0"],
  },
  {
    title: "The same after prices",
    says: "real=1 divides pay by the price level of a state or metro area.",
    path: "/api/v1/compare?roles=bakers,barbers&area=US-CA&real=1&fields=annual_wage_median",
    status: 200,
    type: "application/json",
    holds: ["priceLevel.level", "rows.0.cells.0.figure.note"],
  },
  {
    title: "For a spreadsheet",
    says: "One line for each figure, with all that stands beside it. Accept: text/csv asks for the same.",
    path: "/api/v1/roles/bakers?format=csv",
    status: 200,
    type: "text/csv; charset=utf-8",
    holds: [],
  },
  {
    title: "A long list, page by page",
    says: "Follow next, in the answer or in the Link header, until it is null.",
    path: "/api/v1/roles?limit=50",
    status: 200,
    type: "application/json",
    holds: ["roles.49.slug", "next"],
  },
  {
    title: "All rows of a release",
    says: "One gzip file. The list of releases names each file with its terms.",
    path: "/api/v1/releases/price-levels",
    status: 200,
    type: "application/gzip",
    holds: [],
  },
  {
    title: "A mistake",
    says: "Each wrong parameter is named, with what to give in its place.",
    path: "/api/v1/roles/bakers?area=US-CA&feilds=employment",
    status: 400,
    type: "application/problem+json",
    holds: ["title", "errors.0.name", "errors.0.detail"],
  },
];

/** Cards to put into a page of one's own. */
export const cardExamples = [
  { title: "A career", path: "/embed/careers/bakers?area=US-CA", name: "Bakers in California", height: 500 },
  {
    title: "A comparison",
    path: "/embed/compare/bakers-vs-barbers",
    name: "Bakers and barbers",
    height: 600,
  },
] as const;

/** The element that shows a card; `sandbox` lets it open this site when a link in it is followed, and nothing else. */
export const frameOf = (origin: string, { path, name, height }: (typeof cardExamples)[number]): string =>
  `<iframe src="${origin}${path}"
  title="${name}" width="480" height="${height}" loading="lazy"
  sandbox="allow-top-navigation-by-user-activation"></iframe>`;

/** What to type for an example, in a shell. */
export const commandOf = (origin: string, { path, accept, type }: Example): string =>
  [
    `curl ${accept ? `-H 'Accept: ${accept}' ` : ""}'${origin}${path}'`,
    type === "application/gzip" && " | gunzip",
  ]
    .filter(Boolean)
    .join("");
