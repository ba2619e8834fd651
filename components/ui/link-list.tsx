/** Links with a short fact each. */
export function LinkList({ items }: { items: { href?: string; text: string; detail: string }[] }) {
  return (
    <ul className="links">
      {items.map(({ href, text, detail }) => (
        <li key={text}>
          {href ? <a href={href}>{text}</a> : <span>{text}</span>}{" "}
          {detail !== "" && <span className="small whitespace-nowrap">{detail}</span>}
        </li>
      ))}
    </ul>
  );
}
