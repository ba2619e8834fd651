import { usStates } from "./us-state";

/** What a word of a title says besides the job: nothing, or little. */
export type Noise = "filler" | "seniority" | "circumstance" | "place" | "market";

const words: Record<Noise, string> = {
  filler:
    "a an the and or of for to in on at with by as from our your we us you start join new now hiring urgently urgent needed wanted apply today job jobs position positions opening openings opportunity opportunities opp career careers role roles team member plus up per bonus signon competitive pay paid required no copy general interest application applications encouraged students welcome immediate immediately great best top level levels all mid grade summer winter spring fall university grad grads graduate graduates college early entry entrylevel fellowship practicum rotation",
  seniority:
    "senior sr junior jr lead principal staff chief i ii iii iv v vi intern interns internship trainee apprentice co founding journeyman master associate assistant deputy certified licensed registered advanced experienced skilled",
  circumstance:
    "remote livein hybrid onsite telehealth telecommute virtual home time fulltime parttime ft prn diem casual temp temporary contract contractor permanent seasonal freelance flexible shift shifts day days daytime night nights nightly overnight overnights evening evenings weekend weekends weekly daily morning mornings swing rotating monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april june july august september october november december hour hours hourly hrs week weeks month bilingual spanish english french german japanese korean mandarin chinese portuguese nepali arabic hindi vietnamese russian italian speaking speaker unarmed armed float travel traveling local regional",
  place:
    "usa nyc ny sf la dc amer emea apac dach nam latam benelux europe asia americas uk canada japan france germany singapore sydney australia korea india brazil china mexico tokyo london paris bangalore york san francisco los angeles chicago boston seattle austin dallas houston denver atlanta miami phoenix vegas city county north south east west northeast southeast northwest southwest central coast international global national worldwide",
  market:
    "enterprise commercial smb gtm midmarket market strategic scaled key large public sector federal housing healthcare startup startups inside outside outbound inbound corporate b2b b2c saas cloud platform client growth",
};

/** How much each kind weighs beside a word of the job. */
const weights: Record<Noise, number> = {
  filler: 0.03,
  seniority: 0.1,
  circumstance: 0.06,
  place: 0.04,
  market: 0.25,
};

const kinds = new Map<string, Noise>();
for (const noise of Object.keys(words) as Noise[])
  for (const word of words[noise].split(" ")) kinds.set(word, noise);
for (const { name } of usStates)
  for (const word of name.toLowerCase().split(" ")) if (!kinds.has(word)) kinds.set(word, "place");

const postals = new Set(usStates.map(({ postal }) => postal.toLowerCase()));

/** The kind of noise a word is, by the word as written; undefined for one that may name a job. Numbers are filler. */
export function noiseOf(word: string): Noise | undefined {
  return /^\d/.test(word) ? "filler" : kinds.get(word);
}

/** From 0, says nothing, to 1, names the job. */
export function weightOfNoise(word: string): number {
  const noise = noiseOf(word);
  return noise ? weights[noise] : 1;
}

/** Whether a word is the abbreviation of a state. */
export const isPostal = (word: string): boolean => postals.has(word);
