import type { ReactNode } from "react";

/** A topic of a long page: its name at the side, its matter beside it, as in a reference book. */
export function Section({
  id,
  title,
  note,
  level = 2,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  /** Of the heading: lower where the whole stands inside another page. */
  level?: 2 | 4;
  children: ReactNode;
}) {
  const Title = level === 2 ? "h2" : "h4";
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sec-head">
        <Title id={id}>{title}</Title>
        {note && <p className="small">{note}</p>}
      </div>
      <div className="sec-body">{children}</div>
    </section>
  );
}
