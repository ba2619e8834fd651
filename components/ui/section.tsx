import type { ReactNode } from "react";

/** A topic of a long page: its name at the side, its matter beside it, as in a reference book. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id}>{title}</h2>
        {note && <p className="small">{note}</p>}
      </div>
      <div className="sec-body">{children}</div>
    </section>
  );
}
