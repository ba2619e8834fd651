/** Something to copy, in its own lines; a long line scrolls by itself, also by keyboard. */
export function CodeBlock({ text, name }: { text: string; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="code" aria-label={name} tabIndex={0}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  );
}
