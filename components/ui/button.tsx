import type { ReactNode } from "react";

/** The button that sends a form. */
export function Button({ children }: { children: ReactNode }) {
  return (
    <button className="button" type="submit">
      {children}
    </button>
  );
}
