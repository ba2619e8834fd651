import { expect, test } from "vitest";
import { decoded, encoded, encodingFor } from "./encoding";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["identity", "identity"],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP;q=1, BR;q=0.5", "gzip"],
  ["br;q=0, gzip;q=0", "identity"],
  ["br;q=0, gzip", "gzip"],
  ["*", "br"],
  ["*;q=0.1, br;q=0", "gzip"],
  ["gzip;q=nonsense", "identity"],
  ["deflate", "identity"],
] as const)("%s gets %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
  expect(encodingFor(accepted)).toBe(encoding);
});

test("each encoding gives back the very text, and holds no more memory than its bytes", () => {
  const text = Buffer.from("<p>Überall — 1,000 €</p>".repeat(500));
  for (const encoding of ["br", "gzip", "identity"] as const) {
    const bytes = encoded(text, encoding);
    expect(decoded(bytes, encoding).equals(text)).toBe(true);
    if (encoding !== "identity") expect(bytes.buffer.byteLength).toBe(bytes.length);
  }
});
