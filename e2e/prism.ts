import { createHash } from "node:crypto";
import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { Exchange } from "./record-answers";

type Components = Parameters<typeof createInstance>[1];
type Forward = NonNullable<Components["forward"]>;

/** Prism says what it does to a logger; what it found, it returns. */
const quiet: Record<string, unknown> = { child: () => quiet };
for (const level of ["trace", "debug", "info", "warn", "error", "fatal", "success"]) quiet[level] = () => {};

/**
 * What Prism finds wrong with exchanges as a validating proxy: each request is given to it, and the answer that was
 * recorded stands for the one of the site behind it. A refused request may break the document: that is why it was
 * refused. One line for each violation; what was the same before is looked at once.
 */
export async function violationsOf(
  document: object,
  exchanges: readonly Exchange[],
): Promise<{ checked: number; violations: string[] }> {
  const operations = await getHttpOperationsFromSpec(document);
  let answer: Exchange | undefined;
  const forward = (() => () => async () => ({
    _tag: "Right",
    right: answer && {
      statusCode: answer.status,
      headers: answer.headers,
      body: bodyOf(answer),
    },
  })) as unknown as Forward;
  const prism = createInstance(
    {
      isProxy: true,
      upstream: new URL("http://localhost"),
      upstreamProxy: undefined,
      mock: { dynamic: false },
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
    } as unknown as Parameters<typeof createInstance>[0],
    { logger: quiet as never, forward },
  );
  const once = new Map(exchanges.map((exchange) => [keyOf(exchange), exchange]));
  const violations: string[] = [];
  for (const exchange of once.values()) {
    answer = exchange;
    const { pathname, searchParams } = new URL(exchange.url, "http://localhost");
    const found = await prism.request(
      {
        method: "get",
        url: { path: pathname, query: queryOf(searchParams) },
        headers: exchange.request,
      },
      operations,
    )();
    const say = (message: string) =>
      violations.push(`${exchange.status} ${exchange.url.slice(0, 200)}: ${message}`);
    if (found._tag === "Left") {
      say(found.left.message);
      continue;
    }
    const { input, output } = found.right.validations;
    const wasRefused = exchange.status >= 400;
    for (const { message, path } of [...(wasRefused ? [] : input), ...output])
      say(`${path?.join(".") ?? ""} ${message}`);
  }
  return { checked: once.size, violations };
}

const keyOf = ({ url, status, headers, body }: Exchange): string =>
  createHash("sha256")
    .update(JSON.stringify([url, status, headers["content-type"], body]))
    .digest("base64");

function bodyOf({ headers, body }: Exchange): unknown {
  if (body === "") return undefined;
  return /json/.test(headers["content-type"] ?? "") ? JSON.parse(body) : body;
}

/** A name that is given twice has all its values. */
const queryOf = (params: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
