import { ErrorPage } from "./error-page";

/** What stands at an address of nothing, and at that of a thing that is somebody else's: the same for both. */
export function NothingHere() {
  return (
    <ErrorPage
      title="Page not found"
      explanation="There is nothing at this address."
      suggestions={[]}
      next={{ href: "/", text: "To the first page" }}
    />
  );
}
