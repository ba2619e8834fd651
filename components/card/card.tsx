import type { ReactNode } from "react";
import { FigureOrigin, FigureValue, isOneOrigin } from "@/components/ui/figure-value";
import { SourceList } from "@/components/ui/source-list";
import { nullReasonText, sentenceCase } from "@/domain/amount";
import { type Area, NATION } from "@/domain/area";
import type { Figure } from "@/domain/figure";
import { cardFigures, countedText } from "@/domain/figure-card";
import { measureOf } from "@/domain/measure";
import type { Profile } from "@/domain/profile";

/** The one sheet of a card, which stands in it: a card asks for nothing else. */
export const cardStyle = `:root{color-scheme:light dark;--ink:light-dark(#14201a,#e8efea);--soft:light-dark(#4a5850,#b4c1b9);--line:light-dark(#c9d2cc,#3a463f);--act:light-dark(#00573d,#86d9b5)}
*{box-sizing:border-box}
body{margin:0;padding:.75rem 1rem;background:light-dark(#fff,#101613);color:var(--ink);font:1rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
h1{margin:.25rem 0;font-size:1.25rem;line-height:1.25}
p{margin:.375rem 0}
a,summary{color:var(--act)}
a{display:inline-block;min-height:1.5rem;text-underline-offset:.18em}
summary{width:fit-content;min-height:1.5rem;cursor:pointer;text-decoration:underline}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
table{width:100%;border-collapse:collapse;margin:.5rem 0}
caption{text-align:left;color:var(--soft);font-size:.875rem}
th,td{padding:.375rem .5rem .375rem 0;border-top:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:700}
ul{margin:.25rem 0;padding:0;list-style:none}
li{line-height:1.75}
li a{display:inline}
.small,.origin,footer{color:var(--soft);font-size:.875rem}
@media (max-width:26rem){thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}tr,th,td{display:block}tbody th{font-weight:700;padding-bottom:0}td{border-top:0}td[data-name]::before{content:attr(data-name) ": ";color:var(--soft)}}`;

type Frame = { title: string; page: string; children: ReactNode };

/** A whole small document that other sites may show in a frame: no script, no form, no cookie, and every link opens the site itself. */
function CardDocument({ title, page, children }: Frame) {
  return (
    <html lang="en-US">
      {/* biome-ignore lint/style/noHeadElement: no page of the framework stands around a card */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={page} />
        <base target="_top" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own sheet, named in the policy by its hash */}
        <style dangerouslySetInnerHTML={{ __html: cardStyle }} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

type Card = {
  roles: Profile[];
  area: Area;
  /** What the card is called, and what it says in words. */
  name: string;
  finding: string;
  /** The whole address of the page that has all of it. */
  page: string;
  origin: string;
};

/** A career, or a comparison, in four rows: each figure with its source, and the page that has the rest. */
export function FigureCard({ roles, area, name, finding, page, origin }: Card) {
  const rows = cardFigures(roles);
  const several = roles.length > 1;
  // A comparison says it in its sentence.
  const counted = !several && roles[0] ? countedText(roles[0]) : "";
  return (
    <CardDocument title={`${name} | Crossroads`} page={page}>
      <h1>
        <a href={page} target="_top" rel="noopener">
          {name}
        </a>
      </h1>
      {finding && <p>{finding}</p>}
      {counted && <p className="small">{counted}</p>}
      <table>
        <caption>{area.name}</caption>
        {several && (
          <thead>
            <tr>
              <th scope="col">Measure </th>
              {roles.map(({ role }) => (
                <th key={role.slug} scope="col">
                  {sentenceCase(role.singular)}{" "}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ measure, figures }) => (
            <CardRow key={measure} measure={measure} figures={figures} roles={roles} area={area} />
          ))}
        </tbody>
      </table>
      <footer>
        <SourceList figures={rows.flatMap(({ figures }) => figures.flatMap((figure) => figure ?? []))} />
        <p>
          <a href={origin} target="_top" rel="noopener">
            Crossroads
          </a>
        </p>
      </footer>
    </CardDocument>
  );
}

type Row = Pick<Card, "roles" | "area"> & { measure: string; figures: (Figure | undefined)[] };

/** One measure. What all its figures come from stands once; a figure of the nation says so in a card of a place. */
function CardRow({ measure, figures, roles, area }: Row) {
  const { label } = measureOf(measure);
  const [first] = figures;
  const isOne = isOneOrigin(figures);
  return (
    <tr>
      <th scope="row">
        {label} {isOne && first && <FigureOrigin figure={first} area={area} of={label} />}
      </th>
      {roles.map(({ role }, i) => {
        const figure = figures[i];
        return (
          <td key={role.slug} data-name={roles.length > 1 ? sentenceCase(role.singular) : undefined}>
            {figure ? (
              <FigureValue
                figure={figure}
                area={area}
                together={isOne}
                aside={figure.area === area.code ? undefined : NATION.name}
              />
            ) : (
              nullReasonText("not_published")
            )}{" "}
          </td>
        );
      })}
    </tr>
  );
}

/** A card for an address that names nothing. */
export function NoSuchCard({ what, origin }: { what: string; origin: string }) {
  return (
    <CardDocument title={what} page={origin}>
      <h1>{what}</h1>
      <p>
        The address of this card is not complete, or has a mistake.{" "}
        <a href={`${origin}/developers`} target="_top" rel="noopener">
          How to make one
        </a>
      </p>
    </CardDocument>
  );
}
