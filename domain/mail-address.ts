import { domainToASCII } from "node:url";

/**
 * A mail address in its one written form: lower case, an ASCII local part without quotes, the domain in
 * its ASCII (IDNA) form. Undefined for anything else: sign-in links have been sent to attackers by
 * look-alike signs (U+FF20), quoted parts and comma lists, so the form is narrower than RFC 5321 allows.
 */
export function mailAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text.length > 254 || text.normalize("NFKC") !== text) return undefined;
  const [, local = "", host = ""] =
    /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([\p{L}\p{M}\p{N}.-]+)$/u.exec(text) ?? [];
  if (local === "" || /^\.|\.\.|\.$/.test(local)) return undefined;
  const domain = domainToASCII(host);
  const labels = domain.split(".");
  const isHost = labels.length >= 2 && labels.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  if (!isHost || /^\d+$/.test(labels.at(-1) ?? "")) return undefined;
  return `${local.toLowerCase()}@${domain}`;
}
