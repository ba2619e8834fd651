import { describe, expect, test } from "vitest";
import { NATION } from "./area";
import type { Figure } from "./figure";
import type { Profile, ProfileLists } from "./profile";
import { occupationRoleName } from "./role";
import { roleSummary } from "./role-summary";

const figure = (measure: string, value: number | string | null, low: number | null = null): Figure => ({
  measure,
  value,
  low,
  high: null,
  unit: "",
  area: "US",
  method: "reported",
  nullReason: value === null && low === null ? "suppressed" : null,
  source: { id: "oews", name: "OEWS", release: "May 2025", url: "" },
  vintage: "May 2025",
  n: null,
  standardError: null,
  note: null,
});

const nothing: ProfileLists = {
  skills: [],
  knowledge: [],
  technology: [],
  duties: [],
  related: [],
  states: [],
  metros: [],
  industries: [],
};

function profileOf(
  soc: string,
  title: string,
  { lists = {}, ...more }: Partial<Omit<Profile, "lists">> & { lists?: Partial<ProfileLists> } = {},
): Profile {
  return {
    role: { ...occupationRoleName(title), kind: "occupation" },
    occupation: { soc, title, mergedInto: null },
    area: NATION,
    origins: {},
    figures: [],
    nearest: [],
    payByState: [],
    payByYear: { own: [], all: [] },
    titleFigures: [],
    lists: { ...nothing, ...lists },
    titleSkills: [],
    skillsNote: "",
    summary: "",
    ...more,
  };
}

const software = (name: string, inDemand = true) => ({ name, category: "", hot: true, inDemand });
const field = (name: string) => ({ element: name, name, importance: 4, level: null });
const entry = (schooling: string, experience = "None", training = "None") => [
  figure("entry_education", schooling),
  figure("work_experience_required", experience),
  figure("on_the_job_training", training),
];

test("activities, software, schooling and pay make four sentences", () => {
  const profile = profileOf("43-6013", "Medical Secretaries and Administrative Assistants", {
    lists: {
      duties: [
        "Schedule appointments.",
        "Maintain medical records.",
        "Answer telephones.",
        "Order supplies.",
      ],
      technology: [
        software("Microsoft Excel"),
        software("Epic Systems"),
        software("Structured query language SQL"),
        software("Warehouse management system WMS"),
      ],
    },
    figures: [
      ...entry("High school diploma or equivalent", "None", "Moderate-term on-the-job training"),
      figure("annual_wage_median", 44_640),
      figure("hourly_wage_median", 21.46),
    ],
  });
  expect(roleSummary(profile)).toBe(
    "Medical secretaries and administrative assistants schedule appointments, maintain medical records, and answer telephones. " +
      "Software they use includes Epic Systems, SQL, and warehouse management systems. " +
      "To start, people typically need a high school diploma, then train on the job for one month to a year. " +
      "The median pay in the United States was $44,640 a year in May 2025: half earned more and half less.",
  );
  const figures = profile.figures.map((one) => ({ ...one, method: "derived" as const }));
  expect(roleSummary({ ...profile, figures })).toContain(
    " After adjusting for prices, the median pay in the United States was $44,640 a year",
  );
});

describe("activities", () => {
  const summary = (...duties: string[]) =>
    roleSummary(profileOf("53-7081", "Roofers", { lists: { duties } }));

  test("short ones without a list of their own come first, and no verb comes twice", () => {
    expect(
      summary("Clean roofs.", "Clean tools.", "Install roofs, gutters, and vents.", "Measure work sites."),
    ).toBe("Roofers clean roofs and measure work sites.");
  });

  test("one alone is enough, a list of its own or not", () => {
    expect(summary("Install roofs, gutters, and vents.")).toBe("Roofers install roofs, gutters, and vents.");
  });

  test("small slips of the publisher are mended", () => {
    expect(summary("Inspected products or operations.", "Teach classes in area of specialization.")).toBe(
      "Roofers inspect products or operations and teach classes in their area of specialization.",
    );
  });
});

describe("tools", () => {
  const tools = (lists: Partial<ProfileLists>) =>
    roleSummary(profileOf("47-2181", "Roofers", { lists: { duties: ["Install roofs."], ...lists } }));

  test("software that is hot across all work says nothing of this one; knowledge does", () => {
    expect(
      tools({
        technology: [software("Linux", false), software("SAP software", false)],
        knowledge: [
          field("Mechanical"),
          field("English Language"),
          field("Building and Construction"),
          field("Design"),
        ],
      }),
    ).toBe(
      "Roofers install roofs. The work calls for knowledge of machines and tools, building and construction, and design.",
    );
  });

  test("two fields with words of their own are told apart, and what matters little is left out", () => {
    const knowledge = [
      field("Mechanical"),
      field("Food Production"),
      { ...field("Design"), importance: 2.9 },
    ];
    expect(tools({ knowledge })).toContain("knowledge of machines and tools, and food production.");
    expect(tools({ knowledge: [field("English Language")] })).toBe("Roofers install roofs.");
  });

  test("kinds of software lose their capital, names keep theirs", () => {
    expect(
      tools({
        technology: [
          software("Accounting software"),
          software("Rust programming language"),
          software("Blackbaud The Raiser's Edge"),
        ],
      }),
    ).toBe(
      "Roofers install roofs. Software they use includes accounting software, Rust programming language, and Blackbaud The Raiser’s Edge.",
    );
    expect(
      tools({
        technology: [software("Geographic information system GIS systems"), software("Salesforce software")],
      }),
    ).toContain("includes geographic information systems and Salesforce software.");
  });
});

describe("the way in", () => {
  const way = (...facts: Parameters<typeof entry>) =>
    roleSummary(
      profileOf("47-2181", "Roofers", { figures: entry(...facts), lists: { duties: ["Install roofs."] } }),
    ).replace("Roofers install roofs. ", "");

  test.each([
    [["Bachelor’s degree"], "a bachelor’s degree."],
    [
      ["Bachelor's degree", "5 years or more"],
      "a bachelor’s degree and five years or more of experience in a related job.",
    ],
    [
      ["Master's degree", "Less than 5 years", "Internship/residency"],
      "a master’s degree, some experience in a related job (under five years), and an internship or residency.",
    ],
    [
      ["No formal educational credential", "None", "Short-term on-the-job training"],
      "no formal schooling and train on the job for up to a month.",
    ],
    [
      ["No formal educational credential", "Less than 5 years", "Long-term on-the-job training"],
      "no formal schooling but some experience in a related job (under five years), then train on the job for more than a year.",
    ],
    [
      ["High school diploma or equivalent", "None", "Apprenticeship"],
      "a high school diploma, then learn the trade as apprentices.",
    ],
  ] as [Parameters<typeof entry>, string][])("%j", (facts, need) => {
    expect(way(...facts)).toBe(`To start, people typically need ${need}`);
  });
});

describe("pay", () => {
  const pay = (figures: Figure[], more: Partial<Profile> = {}) =>
    roleSummary(
      profileOf("29-1242", "Dancers", { figures, ...more, lists: { duties: ["Practice dances."] } }),
    ).replace("Dancers practice dances.", "");

  test("by the hour where nothing else is published", () => {
    expect(pay([figure("annual_wage_median", null), figure("hourly_wage_median", 26.5)])).toContain(
      "was $26.50 an hour in",
    );
  });

  test("above the top code “at least”, without halves", () => {
    expect(pay([figure("annual_wage_median", null, 239_200)])).toBe(
      " The median pay in the United States was at least $239,200 a year in May 2025.",
    );
  });

  test("names the place, and the group that is counted together", () => {
    expect(
      pay([figure("annual_wage_median", 50_000)], {
        area: { code: "US-CA", name: "California", kind: "state" },
        occupation: {
          soc: "13-1022",
          title: "Dancers",
          mergedInto: { soc: "13-1020", title: "Buyers and Purchasing Agents" },
        },
      }),
    ).toContain(
      "Buyers and purchasing agents are counted as one group. Its median pay in California was $50,000",
    );
  });

  test("missing figures give no sentence", () => {
    expect(pay([figure("annual_wage_median", null), figure("entry_education", null)])).toBe("");
  });
});

describe("groups of the rest and of the armed forces", () => {
  test("an “All Other” group without activities says what it holds", () => {
    expect(roleSummary(profileOf("17-2199", "Engineers, All Other"))).toBe(
      "This group holds the engineers who fit no other group.",
    );
    expect(roleSummary(profileOf("29-1029", "Dentists, All Other Specialists"))).toBe(
      "This group holds the dental specialists who fit no other group.",
    );
  });

  test("with activities of a few it says so, and names no tools", () => {
    const lists = { duties: ["Test brains."], technology: [software("R"), software("SAS")] };
    expect(
      roleSummary(profileOf("29-2099", "Health Technologists and Technicians, All Other", { lists })),
    ).toBe(
      "This group holds the health technologists and technicians who fit no other group. Some of them test brains.",
    );
  });

  test("the armed forces have no civilian pay", () => {
    expect(roleSummary(profileOf("55-3016", "Infantry"))).toBe(
      "Infantry members serve in the armed forces. No civilian pay figures are published for them.",
    );
  });
});

describe("titles", () => {
  const groomer = {
    slug: "dog-groomer",
    singular: "dog groomer",
    plural: "dog groomers",
    article: "a",
    kind: "title",
  } as const;

  test("say whose work it is", () => {
    const lists = { duties: ["Feed animals.", "Clean cages."] };
    expect(roleSummary(profileOf("39-2021", "Animal Caretakers", { role: groomer, lists }))).toBe(
      "Dog groomers are counted among animal caretakers, who feed animals and clean cages.",
    );
    expect(roleSummary(profileOf("39-3099", "Managers, All Other", { role: groomer, lists }))).toBe(
      "Dog groomers are counted among managers not listed elsewhere. Some people in that group feed animals and clean cages.",
    );
    expect(roleSummary(profileOf("39-2021", "Animal Caretakers", { role: groomer }))).toBe(
      "Dog groomers are counted among animal caretakers.",
    );
  });

  test("without an occupation say that", () => {
    expect(
      roleSummary({ ...profileOf("39-2021", "Animal Caretakers", { role: groomer }), occupation: null }),
    ).toBe("Dog groomers are not matched to an official occupation yet.");
  });
});
