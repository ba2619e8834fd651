/**
 * Which links of a document a browser may fetch ahead, once a reader points at them (speculation rules): public
 * pages, which are kept and cost nothing; not those on which somebody does something, nor files. They stand in the
 * page, since a file of them would be fetched before the style sheet.
 */
export const likelyNext: string = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: ["/", "/compare/*", "/careers/*", "/careers", "/jobs/*", "/jobs", "/sources"] },
          { not: { href_matches: ["/*/apply", "/*/report", "/*.csv", "/*.png", "/compare/tray"] } },
        ],
      },
      eagerness: "moderate",
    },
  ],
});
