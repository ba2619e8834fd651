import type { ReactNode } from "react";

/** The button that sends a form; `isSecond` where it is not what the page is for. */
export function Button({ isSecond = false, children }: { isSecond?: boolean; children: ReactNode }) {
  return (
    <button className={isSecond ? "button second" : "button"} type="submit">
      {children}
    </button>
  );
}
