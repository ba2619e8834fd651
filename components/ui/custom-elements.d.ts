import "react";

/** The elements that `public/enhance.js` defines; without it they are boxes without meaning. */
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "suggest-box": { of: "titles" | "areas"; go?: ""; children: ReactNode };
      "sort-table": { children: ReactNode };
      "own-pay": { of: string; prices?: string; children: ReactNode };
      "offer-pay": { year: string; hour: string; children: ReactNode };
      "tray-count": object;
      "recent-career": { slug: string; name: string };
      "recent-careers": object;
    }
  }
}
