import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Area, NATION } from "@/domain/area";
import type { FoundArea } from "@/domain/area-search";
import { AreaForm } from "./area-form";
import { NoSuchArea } from "./no-such-area";

const action = "/compare/bakers-vs-butchers";
const ohio: Area = { code: "US-OH", name: "Ohio", kind: "state" };
const guam: Area = { code: "nonmetro-6600001", name: "Guam", kind: "nonmetro" };
const found: FoundArea[] = [
  { area: ohio, why: "This is the whole state.", isGuess: false },
  { area: guam, why: "This area lies outside of metro areas.", isGuess: false },
];

describe("the form of places", () => {
  test("sends a place, the area shown and the other parameters by GET", () => {
    const html = renderToStaticMarkup(
      <AreaForm action={action} area={ohio} isAdjusted hasPriceLevel others={{ only: "differences" }} />,
    );
    expect(html).toContain(`action="${action}" method="get"`);
    expect(html).toContain('<input type="hidden" name="only" value="differences"/>');
    expect(html).toContain('<input type="hidden" name="area" value="US-OH"/>');
    expect(html).toMatch(/<label for="place">.*<input id="place"[^>]* name="place"/s);
    expect(html).toMatch(/<input[^>]* name="real" checked="" value="1"/);
    expect(html).toContain(`<a class="inline-block min-h-6" href="${action}?only=differences">`);
    expect(html).not.toMatch(/ style=|<script/);
  });
  test("says where pay cannot be adjusted, in place of the box", () => {
    const html = renderToStaticMarkup(
      <AreaForm action={action} area={guam} isAdjusted={false} hasPriceLevel={false} />,
    );
    expect(html).toContain("No price level is published for Guam");
    expect(html).not.toContain('name="real"');
  });
  test("of the nation offers prices of a place, and no way back", () => {
    const html = renderToStaticMarkup(
      <AreaForm action={action} area={NATION} isAdjusted={false} hasPriceLevel={false} />,
    );
    expect(html).toContain('name="real"');
    expect(html).not.toMatch(/name="area"|<a /);
  });
  test("keeps a text that means several places, with links to each", () => {
    const html = renderToStaticMarkup(
      <AreaForm
        action={action}
        area={NATION}
        isAdjusted
        hasPriceLevel={false}
        unanswered={{ typed: "“<Ohio>”", answer: { choices: found } }}
      />,
    );
    expect(html).toContain('value="“&lt;Ohio&gt;”"');
    expect(html).toContain("Which place do you mean?");
    expect(html).toContain(`href="${action}?area=US-OH&amp;real=1"`);
    expect(html).not.toContain("aria-invalid");
  });
  test("says that a place is not known, and offers like names", () => {
    const html = renderToStaticMarkup(
      <AreaForm
        action={action}
        area={ohio}
        isAdjusted={false}
        hasPriceLevel
        unanswered={{ typed: "Ohoi", answer: { near: found } }}
      />,
    );
    expect(html).toContain('aria-invalid="true" aria-describedby="place-hint place-error"');
    expect(html).toContain("No place called “Ohoi” is known here.");
    expect(html).toContain("Did you mean");
  });
});

test("an unknown area gives like names, the nation and the form", () => {
  const html = renderToStaticMarkup(<NoSuchArea action={action} near={found} />);
  expect(html).toContain("No such place</h1>");
  expect(html).toContain(`href="${action}?area=US-OH"`);
  expect(html).toContain(`<a href="${action}">Show the United States</a>`);
  expect(html).toContain('name="place"');
});
