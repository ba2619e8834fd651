import { expect, test } from "vitest";
import { markdownToHtml } from "./markdown";

const hostile = `
# Big <img src=x onerror=alert(1)>

<script>alert(1)</script><iframe src="https://evil.example"></iframe><svg onload=alert(1)>

[js](javascript:alert(1)) [case](JaVaScRiPt:alert(1)) [tab](java&#9;script:alert(1)) [entity](&#106;avascript:alert(1))
[data](data:text/html,x) [file](file:///etc/passwd) [relative](/admin) [host](//evil.example)
![picture](https://evil.example/x.png "t") <javascript:alert(1)>
[good](https://example.org/?a=1&b="2") [mail](mailto:jobs@example.org) <b style="x" onclick="y">raw</b>

<style>*{display:none}</style> <form action=https://evil.example><input></form>
`;

test("only the short list of tags comes through, without attributes but a link's own", () => {
  const html = markdownToHtml(hostile);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)((?:\s[^>]*)?)>/g)];
  expect(tags.length).toBeGreaterThan(4);
  for (const [, name = "", attributes = ""] of tags) {
    expect(["p", "ul", "ol", "li", "strong", "em", "h3", "h4", "a", "br"]).toContain(name);
    expect(attributes).toMatch(/^$|^ href="(https?:\/\/|mailto:)[^"]*" rel="nofollow noopener"$/);
  }
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "https://example.org/?a=1&#x26;b=%222%22",
    "mailto:jobs@example.org",
  ]);
  expect(html).not.toMatch(/javascript:alert\(1\)"|<script|<svg|<img|onerror=|style=/);
});

test("headings fit under those of the page, lists and emphasis stay", () => {
  expect(markdownToHtml("# One\n\n## Two\n\n- **a**\n- *b*\n\n1. c  \nd")).toBe(
    "<h3>One</h3>\n<h4>Two</h4>\n<ul>\n<li><strong>a</strong></li>\n<li><em>b</em></li>\n</ul>\n<ol>\n<li>c<br>\nd</li>\n</ol>",
  );
  expect(markdownToHtml("### Only")).toBe("<h3>Only</h3>");
  expect(markdownToHtml("")).toBe("");
});

test.each([
  ["stars", "*".repeat(20_000)],
  ["open and shut stars", `${"*".repeat(9_000)}a${"*".repeat(9_000)}`],
  ["brackets", "[".repeat(20_000)],
  ["links in links", "[a](".repeat(5_000)],
  ["quotes", "> ".repeat(10_000)],
  ["lists in one line", `${"- ".repeat(9_999)}a`],
  ["a staircase", Array.from({ length: 180 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n")],
  ["underlined lines", "a\n=\n".repeat(5_000)],
  ["backticks", "`a``".repeat(5_000)],
  ["empty items", "-\n".repeat(10_000)],
])("%s neither break nor stall it", (_, markdown) => {
  const before = performance.now();
  const html = markdownToHtml(markdown);
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(html).not.toContain("<script");
});

test("what is too much for the parser is shown as text", () => {
  expect(markdownToHtml(`<script>alert("1")</script>${"*".repeat(900)}`)).toMatch(
    /^<p>&#60;script&#62;alert\(&#34;1&#34;\)&#60;\/script&#62;\*+<\/p>$/,
  );
});
