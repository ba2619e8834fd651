const words = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** A moment to the minute, in UTC, for people who work together from different places. */
export function Moment({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{words.format(at)} UTC</time>;
}
