// A pay table on the terminal: node docs/pay-table.mjs https://site.example US-CA bakers barbers registered-nurses
// It knows the names of one operation and of the measures; address and parameters it takes from the OpenAPI document.
const [site = "http://localhost:3000", area = "US", ...given] = process.argv.slice(2);
const roles = given.length > 0 ? given : ["bakers", "barbers", "registered-nurses"];
const measures = ["annual_wage_p10", "annual_wage_median", "annual_wage_p90", "employment"];

const read = async (address) => {
  const answer = await fetch(new URL(address, site));
  const body = await answer.json();
  if (answer.ok) return body;
  console.error(
    [body.title, ...(body.errors ?? [body]).map(({ name, detail }) => `${name ?? ""} ${detail}`)].join("\n"),
  );
  process.exit(1);
};

const { paths } = await read("/api/v1/openapi.json");
const [path, { get }] = Object.entries(paths).find(([, { get }]) => get.operationId === "getRole");
const choices = get.parameters.find(({ name }) => name === "fields").schema.items.enum;
const fields = measures.filter((measure) => choices.includes(measure));
const answers = await Promise.all(
  roles.map((slug) =>
    read(`${path.replace("{slug}", encodeURIComponent(slug))}?${new URLSearchParams({ area, fields })}`),
  ),
);
const cell = (figures, key) => {
  const figure = figures.find(({ measure }) => measure === key);
  return (
    figure?.value?.toLocaleString("en-US") ??
    (figure?.low ? `over ${figure.low}` : (figure?.nullReason ?? "no row"))
  );
};
const table = [
  ["career", ...fields],
  ...answers.map(({ role, figures }) => [role.singular, ...fields.map((key) => cell(figures, key))]),
];
const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)));
for (const row of table)
  console.log(row.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join("  "));
console.log(
  `${answers[0].area.name}. ${answers[0].meta.releases.map(({ name, release }) => `${name}, ${release}`).join("; ")}`,
);
