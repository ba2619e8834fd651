import { NATION } from "./area";

/** Which place a page shows, and whether its pay is divided by the price level there. Kept in the address, so that every view can be shared. */
export type PlaceView = { area: string; isReal: boolean };

export const NATIONWIDE_VIEW: PlaceView = { area: NATION.code, isReal: false };

/** The parameters of an address; of one that stands several times there is a list. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a parameter, cut to a length that none that is understood has. */
export const firstAsked = (asked: Asked, name: string): string =>
  [asked[name]].flat()[0]?.slice(0, 200) ?? "";

/** The place that an address asks for. What it does not understand is as if it were not there. */
export const placeViewOf = (asked: Asked): PlaceView => ({
  area: firstAsked(asked, "area") || NATION.code,
  isReal: firstAsked(asked, "real") === "1",
});

/** The options of an address by name, without those that stand at their default. */
export const placeOptions = ({ area, isReal }: PlaceView): Record<string, string> => ({
  ...(area !== NATION.code && { area }),
  ...(isReal && { real: "1" }),
});

/** An address with options, which may be none. */
export function withOptions(path: string, options: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(options).toString();
  return query ? `${path}?${query}` : path;
}

/** The address of a career in a place. */
export const careerAddress = (slug: string, view: PlaceView): string =>
  withOptions(`/careers/${slug}`, placeOptions(view));
