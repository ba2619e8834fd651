type Props = { page: number; pages: number; addressOf: (page: number) => string };

/** The numbered pages of a list: the first, the last, and those around the one at hand. Nothing for a single page. */
export function PageLinks({ page, pages, addressOf }: Props) {
  if (pages < 2) return null;
  const numbers = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 3,
  );
  return (
    <nav aria-label="Pages" className="py-4">
      <ul className="flex flex-wrap gap-x-2">
        {numbers.map((number, i) => (
          <li key={number} className="flex items-center gap-x-2">
            {i > 0 && number - (numbers[i - 1] ?? 0) > 1 && <span>to </span>}
            <a
              className="inline-flex min-h-11 min-w-11 items-center justify-center aria-[current]:font-bold aria-[current]:no-underline"
              href={addressOf(number)}
              aria-current={number === page ? "page" : undefined}
            >
              <span className="vh">Page </span>
              {number}
            </a>{" "}
          </li>
        ))}
      </ul>
    </nav>
  );
}
