import type { ReactNode } from "react";

type Item = { href?: string; text: string; detail: string; id?: string; act?: ReactNode };

/** Links with a short fact each, and what may be done with it. */
export function LinkList({ items }: { items: Item[] }) {
  return (
    <ul className="links">
      {items.map(({ href, text, detail, id, act }) => (
        <li key={text} id={id}>
          {href ? <a href={href}>{text}</a> : <span>{text}</span>}{" "}
          {detail !== "" && <span className="small whitespace-nowrap">{detail}</span>} {act}
        </li>
      ))}
    </ul>
  );
}
