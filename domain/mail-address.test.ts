import fc from "fast-check";
import { expect, test } from "vitest";
import { mailAddress } from "./mail-address";

test.each([
  ["Name@Example.org", "name@example.org"],
  [" name+tag@mail.example.org ", "name+tag@mail.example.org"],
  ["name@bücher.example", "name@xn--bcher-kva.example"],
  ["o'neil@example.org", "o'neil@example.org"],
])("%s is written %s", (typed, address) => {
  expect(mailAddress(typed)).toBe(address);
});

test.each([
  "",
  "@example.org",
  "name@",
  "name@localhost",
  "name@1.2.3.4",
  "name@@example.org",
  "a..b@example.org",
  ".a@example.org",
  '"name"@example.org',
  "name＠example.org",
  "nаme@example.org",
  "name@example.org,evil@evil.example",
  "name@example.org>",
  "name@example.org\r\nBcc: x@evil.example",
  "name@exam ple.org",
  "name@-example.org",
  "name@example.org\u202e",
  "name@exam\u200bple.org",
])("%j is no address that we send mail to", (typed) => {
  expect(mailAddress(typed)).toBeUndefined();
});

test("whatever is typed, an address is plain ASCII with one @, and is its own written form", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress()), (typed) => {
      const address = mailAddress(typed);
      if (address === undefined) return;
      expect(address).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/);
      expect(mailAddress(address)).toBe(address);
    }),
  );
}, 60_000);
