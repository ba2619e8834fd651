import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** All that a description may be made of; the text of anything else stays, its tags do not. */
const allowed = {
  tagNames: ["p", "ul", "ol", "li", "strong", "em", "h3", "h4", "a", "br"],
  attributes: { a: ["href"] },
  protocols: { href: ["http", "https", "mailto"] },
  strip: ["script", "style"],
};

/** Deeper quotes and lists say nothing, and the parser takes its time for them. */
const DEEPEST = 8;
/** Signs of markup and lines that a description may hold: for ten thousand of either the parser takes minutes. */
const MOST_SIGNS = 800;
const MOST_LINES = 500;

/** Markdown as an employer typed it, as HTML that is safe to show. The only way a description is rendered. */
export function markdownToHtml(markdown: string): string {
  const signs = markdown.match(/[*_`[\]<&!]/g)?.length ?? 0;
  const lines = markdown.split("\n").length;
  if (signs > MOST_SIGNS || lines > MOST_LINES) return plainParagraphs(markdown);
  return String(renderer.processSync(flattened(markdown)));
}

/** Text that is no description but a load: shown as it stands. */
const plainParagraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`)
    .join("\n");

const renderer = unified()
  .use(remarkParse)
  .use(() => fitHeadings)
  .use(remarkRehype)
  .use(rehypeSanitize, allowed)
  .use(() => guardLinks)
  .use(rehypeStringify)
  .freeze();

/** Takes the marks and the indent away where a line stacks more quotes and lists than anybody reads. */
const flattened = (markdown: string): string =>
  markdown
    .replace(stacked, "")
    .replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", "    ").slice(0, 4 * DEEPEST));

const stacked = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST},}`, "gm");

/** As much of a node of either tree as is looked at here. */
type Node = {
  type: string;
  depth?: number;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** The page has its own first and second headings: the highest of a description is a third, all others fourths. */
function fitHeadings(tree: Node): void {
  const headings = (tree.children ?? []).filter(({ type }) => type === "heading");
  const top = Math.min(...headings.map(({ depth = 6 }) => depth));
  for (const heading of headings) heading.depth = heading.depth === top ? 3 : 4;
}

/** Links that leave carry no praise and no handle to this page; one that leads nowhere is plain text. */
function guardLinks(node: Node): void {
  for (const child of node.children ?? []) guardLinks(child);
  node.children = node.children?.flatMap((child) => {
    if (child.tagName !== "a") return [child];
    const href = String(child.properties?.href ?? "");
    if (!/^(https?:\/\/|mailto:)/i.test(href)) return child.children ?? [];
    child.properties = { href, rel: ["nofollow", "noopener"] };
    return [child];
  });
}
