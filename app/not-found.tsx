import { ErrorPage } from "@/components/ui/error-page";

export default function NotFound() {
  return (
    <ErrorPage
      title="Page not found"
      explanation="There is nothing at this address."
      suggestions={[]}
      next={{ href: "/", text: "To the first page" }}
    />
  );
}
