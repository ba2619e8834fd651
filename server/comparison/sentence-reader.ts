import type { Comparison, Row } from "@/domain/comparison";
import type { Figure } from "@/domain/figure";
import type { Rating } from "@/domain/profile";

/**
 * Reads comparison sentences back, for tests alone. It has a small grammar of its own for English that
 * speaks of two roles, and shares nothing with the code that writes the sentences: what it finds in the
 * plain text is set against the figures, so a fault of the writer is not repeated here.
 */

/** How one role may be named in a sentence. */
export type RoleWords = { singular: string; plural: string };

/** Of whom something is said: the first role, the second, both, or all occupations. */
type Who = "a" | "b" | "both" | "all";

type Topic =
  | "median"
  | "mean"
  | "range"
  | "overlap"
  | "openings"
  | "change"
  | "needed"
  | "held"
  | "skills"
  | "period";
type Per = "year" | "hour";

type Token = { at: number; text: string } & (
  | { kind: "who"; who: Who; title?: string }
  | { kind: "money" | "percent" | "number"; value: number; decimals: number }
  | { kind: "schooling"; level: Level }
  | { kind: "word" | "mark" }
);
type Amount = Extract<Token, { value: number }>;

/** What one sentence says, part by part. */
type Statement =
  | { says: "amount"; who: Who; topic: Topic; per: Per | null; amount: Amount; sign: 1 | -1 | 0 }
  | { says: "span"; who: Who; per: Per | null; low: Amount; high: Amount }
  | { says: "overlap"; amount: Amount }
  | { says: "some overlap" | "no overlap" }
  | { says: "within"; inner: Who; outer: Who }
  | { says: "period"; from: number; to: number }
  | { says: "lead"; who: Who; over: Who | null; topic: Topic; per: Per; more: boolean; by: Amount | null }
  | { says: "pace"; who: Who; over: Who | null; faster: boolean; sign: 1 | -1 }
  | { says: "direction"; who: Who; sign: 1 | -1 | 0 }
  | { says: "about equal"; topic: Topic; per: Per }
  | { says: "schooling"; who: Who; topic: "needed" | "held"; level: Level; share: Amount | null }
  | { says: "missing"; who: Who; topic: Topic; reason: string | null }
  | { says: "one group"; title: string | null }
  | { says: "no common unit" }
  | { says: "order turns" }
  | {
      says: "skills";
      size: Amount | null;
      shared: Amount | "all" | "none";
      names: string;
      complete: boolean;
    };

export type Reading = {
  tokens: Token[];
  statements: Statement[];
  /** What stands in the sentence and fits no statement: a number, a comparing word. */
  unread: string[];
};

const schoolingWords = [
  ["none", /no formal (?:schooling|educational credential|education)/],
  ["below high school", /less than (?:a )?high school(?: diploma)?/],
  ["certificate", /certificate after high school|postsecondary nondegree award/],
  ["some college", /some college(?:,? (?:but )?no degree)?/],
  ["high school", /high school(?: diploma(?: or equivalent)?)?/],
  ["associate", /associate['’]s(?: degree)?/],
  ["bachelor", /bachelor['’]s(?: degree)?/],
  ["master", /master['’]s(?: degree)?/],
  ["doctoral", /doctoral or professional degree|doctorate/],
] as const;
type Level = (typeof schoolingWords)[number][0];

/** The level of schooling in a publisher's own words; undefined for words unknown here. */
function levelOf(words: string): Level | undefined {
  return schoolingWords.find(([, pattern]) => pattern.test(words.toLowerCase()))?.[0];
}

const up = new Set(["grow", "grows", "rise", "rises", "gain", "increase", "growth"]);
const down = new Set(["shrink", "shrinks", "fall", "falls", "lose", "decline", "drop"]);
const leading = new Map([
  ["more", true],
  ["higher", true],
  ["greater", true],
  ["less", false],
  ["fewer", false],
  ["lower", false],
]);

/** Words that compare and that the grammar has no rule for: one of them makes a sentence unread in part. */
const comparing =
  /^(twice|double|triple|half|thrice|times|best|worst|least|equal|equally|differ\w*|exceed\w*|outnumber\w*|gap|ahead|behind|smaller|larger|above|below|better|worse|younger|older|longer|shorter|nearly|almost|over|under)$/;

/**
 * What a sentence says, by the order of the tokens that carry a claim: an amount belongs to the role that a
 * preposition after it names, else to the subject before it. Small words may stand anywhere.
 */
export function read(sentence: string, roles: readonly [RoleWords, RoleWords]): Reading {
  const tokens = tokensOf(sentence, roles);
  return new Reader(sentence, tokens).read();
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Rule = [pattern: RegExp, make: (found: string, at: number) => Token];

const wordRules: Rule[] = [
  [/as well as/iy, (text, at) => ({ kind: "word", at, text: text.toLowerCase() })],
  [/all occupations/iy, (text, at) => ({ kind: "who", who: "all", at, text })],
  [/(?:this|one|the same) group/iy, (text, at) => ({ kind: "who", who: "both", at, text })],
  [/\$\d[\d,]*(?:\.\d+)?/y, (text, at) => ({ kind: "money", ...numberOf(text.slice(1)), at, text })],
  [
    /[+−-]?\d[\d,]*(?:\.\d+)?%/y,
    (text, at) => ({ kind: "percent", ...numberOf(text.slice(0, -1)), at, text }),
  ],
  [/\d[\d,]*(?:\.\d+)?/y, (text, at) => ({ kind: "number", ...numberOf(text), at, text })],
  ...schoolingWords.map(
    ([level, pattern]): Rule => [
      new RegExp(`(?:${pattern.source})(?![\\w-])`, "iy"),
      (text, at) => ({ kind: "schooling", level, at, text }),
    ],
  ),
  [/\p{L}[\p{L}’'/-]*/uy, (text, at) => ({ kind: "word", at, text: text.toLowerCase() })],
  [/\S/uy, (text, at) => ({ kind: "mark", at, text })],
];
const quotedTitle: Rule = [
  /“[^”]*”/y,
  (text, at) => ({ kind: "who", who: "both", title: text.slice(1, -1), at, text }),
];

/** Patterns of names, kept: making them anew for each sentence took most of the time. */
const namePatterns = new Map<string, RegExp>();
function namePattern(name: string): RegExp {
  const known = namePatterns.get(name);
  if (known) return known;
  const made = new RegExp(`${escaped(name)}(?![\\w-])`, "iy");
  namePatterns.set(name, made);
  return made;
}

function tokensOf(sentence: string, roles: readonly [RoleWords, RoleWords]): Token[] {
  const names = roles.flatMap(({ singular, plural }, i) =>
    [plural, singular].map((name) => ({ name, who: i === 0 ? ("a" as const) : ("b" as const) })),
  );
  // The longest first: "receptionists" is not to be found inside "receptionists and information clerks".
  names.sort((one, two) => two.name.length - one.name.length);
  const nameRules = names.map(({ name, who }): Rule => {
    const shared = names.some((other) => other.name === name && other.who !== who);
    return [namePattern(name), (text, at) => ({ kind: "who", who: shared ? "both" : who, at, text })];
  });
  const rules = [quotedTitle, ...nameRules, ...wordRules];
  const tokens: Token[] = [];
  for (let at = 0; at < sentence.length; ) {
    if (/\s/.test(sentence.charAt(at))) {
      at++;
      continue;
    }
    for (const [pattern, make] of rules) {
      pattern.lastIndex = at;
      // A comma after a number belongs to the sentence.
      const found = pattern.exec(sentence)?.[0].replace(/(?<=\d),+$/, "");
      if (found === undefined) continue;
      tokens.push(make(found, at));
      at += found.length;
      break;
    }
  }
  return joined(tokens);
}

/** A number as printed. */
function numberOf(text: string): { value: number; decimals: number } {
  const plain = text.replaceAll(",", "").replace("−", "-");
  return { value: Number(plain), decimals: plain.split(".")[1]?.length ?? 0 };
}

/** "A and B", with or without "both" before it, is one party, and so is "A as well as B". */
function joined(tokens: Token[]): Token[] {
  const parts: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [one, and, two] = tokens.slice(i, i + 3);
    if (
      one?.kind === "who" &&
      (and?.text === "and" || and?.text === "as well as") &&
      two?.kind === "who" &&
      new Set([one.who, two.who]).size === 2
    ) {
      parts.push({ kind: "who", who: "both", at: one.at, text: `${one.text} and ${two.text}` });
      i += 2;
    } else if (one) parts.push(one);
  }
  return parts;
}

class Reader {
  readonly #statements: Statement[] = [];
  readonly #used = new Set<Token>();
  readonly #unread: string[] = [];

  constructor(
    readonly sentence: string,
    readonly tokens: Token[],
  ) {}

  read(): Reading {
    this.#period();
    this.#skills();
    this.#sharedPart();
    this.#within();
    this.#spans();
    this.#schooling();
    this.#leads();
    this.#paces();
    this.#amounts();
    this.#rest();
    this.tokens.forEach((token, i) => {
      const next = this.tokens[i + 1];
      if (token.text === "both" && next?.kind === "who" && next.who !== "both")
        this.#unread.push(`"both" with ${next.who} alone`);
      if (token.text === "as well as") this.#unread.push("as well as itself");
    });
    for (const token of this.tokens) {
      if ("value" in token && !this.#used.has(token)) this.#unread.push(`${token.text} is bound to nothing`);
      if (
        token.kind === "word" &&
        !this.#used.has(token) &&
        (comparing.test(token.text) || leading.has(token.text))
      )
        this.#unread.push(`"${token.text}" is not understood`);
    }
    return { tokens: this.tokens, statements: this.#statements, unread: this.#unread };
  }

  #word = (i: number): string => {
    const token = this.tokens[i];
    return token && token.kind !== "who" ? token.text : "";
  };
  /** Whether the words stand at this place, one token each. */
  #phrase = (i: number, words: string): boolean =>
    words.split(" ").every((word, step) => this.#word(i + step) === word);
  #has = (words: string): number => this.tokens.findIndex((_, i) => this.#phrase(i, words));
  #say(statement: Statement, ...tokens: (Token | undefined | null)[]) {
    this.#statements.push(statement);
    for (const token of tokens) if (token) this.#used.add(token);
  }

  /** "From 2024 to 2034" */
  #period() {
    this.tokens.forEach((token, i) => {
      const [to, end] = this.tokens.slice(i + 1, i + 3);
      if (token.kind !== "number" || to?.text !== "to" || end?.kind !== "number") return;
      this.#say({ says: "period", from: token.value, to: end.value }, token, end);
    });
  }

  #skills() {
    const at = this.tokens.findIndex((token) => token.text === "skills");
    if (at < 0) return;
    const share = this.tokens.findIndex((token, i) => i > at && token.text === "share");
    const before = this.tokens.slice(0, at).find((token) => token.kind === "number");
    const size = before && "value" in before ? before : null;
    const amount = this.tokens[share + 1];
    const shared =
      amount?.kind === "number"
        ? amount
        : amount?.text === "one"
          ? { ...amount, kind: "number" as const, value: 1, decimals: 0 }
          : amount?.text === "all" || amount?.text === "none"
            ? amount.text
            : null;
    if (share < 0 || shared === null) {
      this.#unread.push("skills of which no count is said to be shared");
      return;
    }
    const party = this.#left(share);
    if (party !== "both") this.#unread.push(`skills shared by ${party ?? "nobody"}`);
    const among = this.#has("among them");
    const list = among >= 0 ? this.tokens[among + 1] : this.tokens[share + 2];
    const start = (list?.at ?? this.sentence.length) + (list?.text.length ?? 0);
    this.#say(
      {
        says: "skills",
        size,
        shared: shared as Amount | "all" | "none",
        names: this.sentence.slice(start).replace(/\.$/, "").trim(),
        complete: among < 0 && (list?.text === ":" || list?.text === ","),
      },
      size,
      amount,
    );
    for (const token of this.tokens) if (token.at >= start) this.#used.add(token);
  }

  /** "the two ranges share $4,600, or 8.2% of the narrower one" */
  #sharedPart() {
    const at = this.#has("ranges");
    if (at < 0) return;
    const overlap = this.tokens.findIndex((token, i) => i > at && token.text === "overlap");
    if (overlap >= 0) this.#say({ says: this.#word(overlap - 1) === "not" ? "no overlap" : "some overlap" });
    for (const [i, token] of this.tokens.entries()) {
      if (i <= at || !("value" in token)) continue;
      if (token.kind === "percent" && !this.#phrase(i + 1, "of the narrower"))
        this.#unread.push(`${token.text} of what range?`);
      const said = this.tokens.slice(at, i).some((word) => ["share", "overlap"].includes(word.text));
      if (said && token.kind !== "number") this.#say({ says: "overlap", amount: token }, token);
    }
  }

  /** "the range of R lies wholly within that of S" */
  #within() {
    const at = this.#has("lies wholly within");
    if (at < 0) return;
    const [inner, outer] = [this.#left(at), this.#firstRight(at)];
    if (!inner || !outer || this.#word(this.#leftIndex(at) - 2) !== "range")
      this.#unread.push("something lies within, but which range?");
    else this.#say({ says: "within", inner, outer });
  }

  /** "Eight in ten R earn $26,540 to $82,960 a year", "Eight in ten earn $26,540 to $82,960 a year among both R and S" */
  #spans() {
    this.tokens.forEach((low, i) => {
      const high = this.tokens[i + 2];
      if (low.kind !== "money" || this.#word(i + 1) !== "to" || high?.kind !== "money") return;
      const among = this.#phrase(i - 4, "Eight in ten earn") || this.#phrase(i - 4, "eight in ten earn");
      const who = among ? this.#right(i + 2) : this.#left(i);
      if (!who || !(among || this.#phrase(this.#leftIndex(i) - 3, "eight in ten"))) {
        this.#unread.push(`${low.text} to ${high.text} is a range of nobody`);
      } else this.#say({ says: "span", who, per: this.#per(i + 2), low, high }, low, high);
    });
  }

  #schooling() {
    this.tokens.forEach((token, i) => {
      if (token.kind !== "schooling" || this.#used.has(token)) return;
      const verb = this.tokens.findLast(
        (word, j) => j < i && ["need", "needs", "held", "require", "requires"].includes(word.text),
      );
      if (!verb) {
        this.#unread.push(`${token.text} is neither needed nor held`);
        return;
      }
      if (verb.text !== "held") {
        const who = this.#left(i);
        if (!who) this.#unread.push(`${token.text} belongs to nobody`);
        else this.#say({ says: "schooling", who, topic: "needed", level: token.level, share: null }, token);
        return;
      }
      // The shares up to the next level are of this one: "a degree, by 35% of R and 40% of S", "a degree among R (35%)", "a degree (35%)".
      const next = this.tokens.findIndex((other, j) => j > i && other.kind === "schooling");
      const shares = this.tokens.filter(
        (other, j): other is Amount => j > i && (next < 0 || j < next) && other.kind === "percent",
      );
      if (shares.length === 0) this.#unread.push(`${token.text} is held by no share`);
      for (const share of shares) {
        const j = this.tokens.indexOf(share);
        const who = this.#word(j - 1) === "(" ? this.#left(j) : this.#right(j);
        if (!who) this.#unread.push(`${share.text} with ${token.text} is of nobody`);
        else this.#say({ says: "schooling", who, topic: "held", level: token.level, share }, token, share);
      }
    });
  }

  /** "earn $31,300 more a year", "which is 47% more than the $66,800 of R", "More openings are expected for R" */
  #leads() {
    this.tokens.forEach((token, i) => {
      const more = leading.get(token.text);
      if (more === undefined || token.kind !== "word" || this.#used.has(token)) return;
      const before = this.tokens[i - 1];
      const by = before && (before.kind === "money" || before.kind === "percent") ? before : null;
      const who = this.#left(i) ?? this.#firstRight(i);
      const topic = this.#topic(i);
      const than = this.tokens.findIndex((word, j) => j > i && word.text === "than");
      const over = than >= 0 ? (this.#firstRight(than) ?? null) : null;
      if (!who || !topic) return;
      this.#say({ says: "lead", who, over, topic, per: this.#per(i) ?? "year", more, by }, token, by);
    });
  }

  /** "grow faster, by 7%, than jobs for R, by 5.1%" */
  #paces() {
    this.tokens.forEach((token, i) => {
      if (!["faster", "slower", "more slowly", "slowly"].includes(token.text)) return;
      const who = this.#left(i);
      const sign = this.#sign(i);
      const than = this.tokens.findIndex((word, j) => j > i && word.text === "than");
      const over = than >= 0 ? (this.#firstRight(than) ?? null) : null;
      if (!who || !sign) this.#unread.push(`"${token.text}" of nothing that grows or shrinks`);
      else this.#say({ says: "pace", who, over, faster: token.text === "faster", sign }, token);
    });
  }

  #amounts() {
    this.tokens.forEach((token, i) => {
      if (!("value" in token) || this.#used.has(token)) return;
      const who = this.#right(i) ?? this.#left(i) ?? this.#firstRight(i);
      const topic =
        token.kind === "number" ? "openings" : token.kind === "percent" ? "change" : this.#topic(i);
      if (!who || !topic) return;
      if (token.kind === "number" && this.#has("openings") < 0) return;
      const sign = token.kind === "percent" ? this.#sign(i) : 0;
      if (sign === undefined) return;
      this.#say({ says: "amount", who, topic, per: this.#per(i), amount: token, sign }, token);
    });
    this.tokens.forEach((token, i) => {
      const sign = signOf(token.text);
      const who = this.#left(i);
      // "against a rise of 3.1% for all occupations" has no subject; the amount carries its sign.
      if (sign === undefined || !who || token.kind !== "word" || this.#word(i - 1) === "a") return;
      this.#say({ says: "direction", who, sign });
    });
  }

  #rest() {
    const equal = Math.max(this.#has("about the same"), this.#has("about equal"));
    if (equal >= 0) {
      const topic = this.#topic(equal);
      for (const token of this.tokens.slice(equal, equal + 3)) this.#used.add(token);
      if (topic) this.#say({ says: "about equal", topic, per: this.#per(equal) ?? "year" });
      else this.#unread.push("about the same in what?");
    }
    const group = Math.max(this.#has("cannot tell"), this.#has("can not tell"));
    if (group >= 0) {
      const title = this.tokens.find((token) => token.kind === "who" && token.title !== undefined);
      this.#say({ says: "one group", title: title?.kind === "who" ? (title.title ?? null) : null });
    }
    if (this.tokens.some((token) => token.kind === "who" && /group$/i.test(token.text)))
      this.#say({ says: "one group", title: null });
    if (this.#has("no unit in common") >= 0) this.#say({ says: "no common unit" });
    if (this.#has("order turns") >= 0) this.#say({ says: "order turns" });
    this.tokens.forEach((_, i) => {
      const absent =
        this.#phrase(i, "no such figure") ||
        this.#phrase(i, "no projection") ||
        this.#phrase(i, "not published") ||
        this.#phrase(i, "not available");
      if (!absent) return;
      const who = this.#left(i);
      const topic = this.#topic(i);
      if (!who || !topic) this.#unread.push("something is missing, but what and for whom?");
      else
        this.#say({
          says: "missing",
          who,
          topic,
          reason: /\(([^)]*)\)\.?$/.exec(this.sentence)?.[1] ?? null,
        });
    });
  }

  /** Whom the token at this place names: a role, "both", "these two", or "their", which is whoever came first. */
  #whoAt(i: number): Who | undefined {
    const token = this.tokens[i];
    if (token?.kind === "who") return token.who;
    if (token?.text === "both" || this.#phrase(i, "these two") || this.#phrase(i, "the two")) return "both";
    if (token?.text === "their" || token?.text === "they") {
      const first = this.tokens.slice(0, i).find((earlier) => earlier.kind === "who");
      return first?.kind === "who" ? first.who : "both";
    }
    return undefined;
  }

  #leftIndex(i: number): number {
    for (let j = i - 1; j >= 0; j--) if (this.#whoAt(j)) return j;
    return -1;
  }

  /** The subject: the nearest party before this place. */
  #left(i: number): Who | undefined {
    return this.#whoAt(this.#leftIndex(i));
  }

  /** The nearest party after this place, however far. */
  #firstRight(i: number): Who | undefined {
    for (let j = i + 1; j < this.tokens.length; j++) if (this.#whoAt(j)) return this.#whoAt(j);
    return undefined;
  }

  /** The party that a preposition right after the amount gives it to: "$66,800 a year for R", "master’s degree (35%) among R". */
  #right(i: number): Who | undefined {
    const passed = new Set(["a", "an", "year", "hour", "jobs", "openings", "(", ")"]);
    let j = i + 1;
    while (passed.has(this.#word(j)) || (this.tokens[j]?.kind === "percent" && this.#word(j - 1) === "("))
      j++;
    if (!["of", "for", "among", "in"].includes(this.#word(j))) return undefined;
    do j++;
    while (["jobs", "for", "the", "both"].includes(this.#word(j)));
    return this.#whoAt(j);
  }

  /** The unit of an amount: the one after it, else the last one said, else the next. */
  #per(i: number): Per | null {
    const said = this.tokens.flatMap((_, j): { per: Per; j: number }[] =>
      this.#phrase(j, "a year") || this.#phrase(j, "each year")
        ? [{ per: "year", j }]
        : this.#phrase(j, "an hour") || this.#phrase(j, "each hour")
          ? [{ per: "hour", j }]
          : [],
    );
    const near = said.find(
      ({ j }) =>
        j > i && this.tokens.slice(i + 1, j).every(({ text }) => leading.has(text) || text === "openings"),
    );
    return (near ?? said.findLast(({ j }) => j < i) ?? said.find(({ j }) => j > i))?.per ?? null;
  }

  /** What is spoken of at this place: the nearest word before it that names a measure, else after it. */
  #topic(i: number): Topic | undefined {
    for (let j = i; j >= 0; j--) if (this.#topicAt(j)) return this.#topicAt(j);
    for (let j = i + 1; j < this.tokens.length; j++) if (this.#topicAt(j)) return this.#topicAt(j);
    return undefined;
  }

  #topicAt(j: number): Topic | undefined {
    const word = this.#word(j);
    if (word === "median" || word === "mean") return word;
    if (word === "earn" || word === "earns")
      return this.#phrase(this.#leftIndex(j) - 3, "eight in ten") ? "range" : "median";
    if (word === "ranges" || word === "range") return "overlap";
    if (word === "openings") return "openings";
    if (word === "projected" || word === "projection" || word === "change" || signOf(word) !== undefined)
      return "change";
    if (word === "need" || word === "needs") return "needed";
    if (word === "held") return "held";
    if (word === "skills") return "skills";
    return undefined;
  }

  /** The way jobs go at this place, by the nearest verb before it. */
  #sign(i: number): 1 | -1 | 0 | undefined {
    for (let j = i - 1; j >= 0; j--) {
      const sign = signOf(this.#word(j));
      if (sign !== undefined) return sign;
    }
    return undefined;
  }
}

function signOf(word: string): 1 | -1 | 0 | undefined {
  if (up.has(word)) return 1;
  if (down.has(word)) return -1;
  return word === "level" || word === "unchanged" ? 0 : undefined;
}

/** The growth of all occupations, the one figure in sentences that belongs to neither role. */
const ALL_OCCUPATIONS = 3.1;

/** All that a sentence says against the figures of the two roles, one line each; empty for a true sentence. */
export function contradictions(
  sentence: string,
  comparison: Comparison,
  roles: readonly [RoleWords, RoleWords] = namesOf(comparison),
): string[] {
  const reading = read(sentence, roles);
  if (reading.statements.every(({ says }) => says === "period"))
    return ["unread: neither an amount nor a claim"];
  const facts = new Facts(comparison);
  return [...reading.unread, ...reading.statements.flatMap((statement) => facts.against(statement))];
}

/** The names that a comparison of two roles gives them. */
function namesOf({ roles }: Comparison): readonly [RoleWords, RoleWords] {
  const [a, b] = roles;
  if (!a || !b) throw new Error("two roles are needed");
  return [a.role, b.role];
}

/** The published figures of both roles, and what follows from them, reckoned here anew. */
class Facts {
  constructor(readonly comparison: Comparison) {}

  against(statement: Statement): string[] {
    switch (statement.says) {
      case "amount":
        return this.#amount(statement);
      case "span":
        return this.#each(statement.who, (i) => {
          const range = this.#figure("range", i, statement.per);
          if (!range) return "has no pay range";
          return printed(range.low, statement.low, 0) && printed(range.high, statement.high, 0)
            ? undefined
            : `earns ${range.low} to ${range.high}, not ${statement.low.text} to ${statement.high.text}`;
        }).concat(statement.per === "year" ? [] : ["a pay range is a year"]);
      case "overlap":
      case "some overlap":
      case "no overlap":
        return this.#overlap(statement);
      case "period": {
        const vintages = this.#both("change").map((figure) => figure?.vintage);
        // A vintage such as "2024–34" leaves out the century of its end.
        const ends = vintages.map((vintage) => /^(\d\d)(\d\d)–(\d\d)$/.exec(vintage ?? "")?.slice(1));
        return ends.some((parts) => {
          const [century = "", start = "", end = ""] = parts ?? [];
          return (
            `${century}${start}` === String(statement.from) && `${century}${end}` === String(statement.to)
          );
        })
          ? []
          : [`the projection is of ${vintages.join(", ")}, not ${statement.from} to ${statement.to}`];
      }
      case "within": {
        const [a, b] = this.#both("range");
        const [inner, outer] = statement.inner === "a" ? [a, b] : [b, a];
        if (new Set([statement.inner, statement.outer, "both"]).size < 3)
          return [`the range of ${statement.inner} within that of ${statement.outer}`];
        if (inner?.low == null || inner.high == null || outer?.low == null || outer.high == null)
          return ["a range lies within, and an end is missing"];
        return inner.low >= outer.low && inner.high <= outer.high
          ? []
          : [`${inner.low} to ${inner.high} is not within ${outer.low} to ${outer.high}`];
      }
      case "lead":
        return this.#lead(statement);
      case "pace":
        return this.#pace(statement);
      case "direction":
        return this.#each(statement.who, (i) => {
          const value = this.#value("change", i, null);
          if (value === undefined) return "has no projection";
          return Math.sign(value) === statement.sign ? undefined : `changes by ${value}%`;
        });
      case "about equal": {
        const gap = this.#gap(statement.topic, statement.per);
        if (!gap) return ["about the same is said of a missing figure"];
        if (this.#group(null).length === 0) return ["about the same is said of one group's figure"];
        return gap.near ? [] : [`not about the same: ${gap.a} and ${gap.b}`];
      }
      case "schooling":
        return this.#schooling(statement);
      case "missing":
        return this.#missing(statement);
      case "one group":
        return this.#group(statement.title);
      case "no common unit":
        return (["year", "hour"] as const).flatMap((per) =>
          this.#gap("median", per) ? [`both have a median by the ${per}`] : [],
        );
      case "order turns": {
        const [medians, means] = [this.#gap("median", "year"), this.#gap("mean", "year")];
        if (!medians || !means) return ["an order of missing figures turns round"];
        return (medians.a - medians.b) * (means.a - means.b) < 0 ? [] : ["the order is the same by the mean"];
      }
      case "skills":
        return this.#skills(statement);
    }
  }

  #figure(topic: Topic, i: number, per: Per | null): Figure | undefined {
    const key = {
      median: per === "hour" ? "hourly_wage_median" : "annual_wage_median",
      mean: per === "hour" ? "hourly_wage_mean" : "annual_wage_mean",
      range: "annual_wage_range",
      overlap: "annual_wage_range",
      openings: "openings_per_year",
      change: "projected_change_percent",
      needed: "entry_education",
      held: "most_common_education",
      skills: "",
      period: "",
    }[topic];
    const row: Row | undefined = this.comparison.rows.find(({ measure }) => measure === key);
    const figure = row?.cells[i]?.figure;
    return figure && (figure.value !== null || figure.low !== null || figure.high !== null)
      ? figure
      : undefined;
  }

  #both = (topic: Topic) => [this.#figure(topic, 0, "year"), this.#figure(topic, 1, "year")];

  #value(topic: Topic, i: number, per: Per | null): number | undefined {
    const value = this.#figure(topic, i, per)?.value;
    return typeof value === "number" ? value : undefined;
  }

  /** Asks one role, or both; the answer is what is wrong. */
  #each(who: Who, ask: (i: number) => string | undefined): string[] {
    const asked = who === "a" ? [0] : who === "b" ? [1] : who === "both" ? [0, 1] : [];
    if (asked.length === 0) return ["says of all occupations what is known of roles alone"];
    return asked.flatMap((i) => {
      const wrong = ask(i);
      return wrong === undefined ? [] : [`${this.comparison.roles[i]?.role.slug} ${wrong}`];
    });
  }

  /** Both values of a measure, and whether they are too near for "more". Undefined when one is missing. */
  #gap(topic: Topic, per: Per) {
    const [a, b] = [this.#value(topic, 0, per), this.#value(topic, 1, per)];
    if (a === undefined || b === undefined) return undefined;
    const apart = Math.round(Math.abs(a - b) * 1e6) / 1e6;
    const lower = Math.min(a, b);
    const near = topic === "change" ? apart < 1 : topic === "openings" ? apart === 0 : apart / lower < 0.03;
    return { a, b, apart, lower, near };
  }

  #amount({ who, topic, per, amount, sign }: Extract<Statement, { says: "amount" }>): string[] {
    if (who === "all") {
      const right = topic === "change" && amount.value === ALL_OCCUPATIONS && sign === 1;
      return right ? [] : [`${amount.text} is not the growth of all occupations`];
    }
    if (topic === "openings" && per !== "year") return ["openings are counted by the year"];
    if (amount.kind === "money" && per === null) return [`${amount.text} has no unit`];
    return this.#each(who, (i) => {
      const value = this.#value(topic, i, per);
      if (value === undefined) return `has no ${topic}, and ${amount.text} is said`;
      const decimals = topic === "change" ? null : per === "hour" && amount.kind === "money" ? 2 : 0;
      const fits =
        topic === "change"
          ? Math.sign(value) === sign && printed(Math.abs(value), amount, null)
          : printed(value, amount, decimals);
      return fits ? undefined : `has ${topic} ${value}, not ${sign < 0 ? "−" : ""}${amount.text}`;
    });
  }

  #lead({ who, over, topic, per, more, by }: Extract<Statement, { says: "lead" }>): string[] {
    if (who !== "a" && who !== "b") return [`"more" is said of ${who}`];
    if (topic === "openings" && per !== "year") return ["openings are counted by the year"];
    const gap = this.#gap(topic, per);
    if (!gap) return [`"more" is said of a missing ${topic}`];
    const wrong: string[] = [];
    if (over !== null && (over === who || over === "both")) wrong.push(`more than ${over}, of ${who}`);
    if (gap.near) wrong.push(`about the same, yet one leads: ${gap.a} and ${gap.b}`);
    const leads = who === "a" ? gap.a > gap.b : gap.b > gap.a;
    if (leads !== more)
      wrong.push(`${who} is the ${leads ? "higher" : "lower"} in ${topic}: ${gap.a} and ${gap.b}`);
    if (by?.kind === "money" && !printed(gap.apart, by, per === "hour" ? 2 : 0))
      wrong.push(`the difference is ${gap.apart}, not ${by.text}`);
    if (by?.kind === "percent") {
      const percent = (gap.apart / gap.lower) * 100;
      // Percent of a difference is printed whole from 10 on, with one decimal below.
      if (!printed(percent, by, percent >= 10 ? 0 : null))
        wrong.push(`the difference is ${percent.toFixed(2)}% of the lower, not ${by.text}`);
    }
    return wrong;
  }

  #pace({ who, over, faster, sign }: Extract<Statement, { says: "pace" }>): string[] {
    if (who !== "a" && who !== "b") return [`"faster" is said of ${who}`];
    const gap = this.#gap("change", "year");
    if (!gap) return ['"faster" is said of a missing projection'];
    const wrong: string[] = [];
    if (over !== null && over === who) wrong.push(`faster than itself: ${who}`);
    if (gap.near) wrong.push(`about the same, yet one is faster: ${gap.a} and ${gap.b}`);
    if (Math.sign(gap.a) !== sign || Math.sign(gap.b) !== sign)
      wrong.push(`they do not go one way: ${gap.a} and ${gap.b}`);
    const mine = Math.abs(who === "a" ? gap.a : gap.b);
    const other = Math.abs(who === "a" ? gap.b : gap.a);
    if (mine > other !== faster)
      wrong.push(`${who} is not the ${faster ? "faster" : "slower"}: ${gap.a} and ${gap.b}`);
    return wrong;
  }

  #overlap(statement: Extract<Statement, { says: "overlap" | "some overlap" | "no overlap" }>): string[] {
    const [a, b] = this.#both("range");
    if (!a || !b) return ["ranges are compared, and one is missing"];
    if (a.low === null || a.high === null || b.low === null || b.high === null)
      return ["a range has an open end"];
    const shared = Math.min(a.high, b.high) - Math.max(a.low, b.low);
    if (statement.says === "no overlap") return shared <= 0 ? [] : [`the ranges share ${shared}`];
    if (shared <= 0) return ["the ranges do not overlap"];
    if (statement.says !== "overlap") return [];
    const { amount } = statement;
    if (amount.kind === "money")
      return printed(shared, amount, 0) ? [] : [`the ranges share ${shared}, not ${amount.text}`];
    const percent = (shared / Math.min(a.high - a.low, b.high - b.low)) * 100;
    // Printed whole from 10 on, with one decimal below, and with more where it would read as none or all.
    const ends = (places: number) => /^(0|100)(\.0*)?$/.test(percent.toFixed(places));
    const first = percent >= 10 ? 0 : 1;
    const decimals = [first, 1, 2, 3, 4].find((places) => percent === 100 || !ends(places)) ?? 4;
    return printed(percent, amount, decimals === 1 && percent < 99 ? null : decimals)
      ? []
      : [`the ranges share ${percent.toFixed(2)}%, not ${amount.text}`];
  }

  #schooling({ who, topic, level, share }: Extract<Statement, { says: "schooling" }>): string[] {
    return this.#each(who, (i) => {
      const figure = this.#figure(topic, i, null);
      if (!figure || typeof figure.value !== "string") return `has no schooling ${topic}`;
      if (levelOf(figure.value) !== level) return `has "${figure.value}" ${topic}, not ${level}`;
      if (share && !printed(figure.share ?? null, share, null))
        return `has ${figure.share}% with that schooling, not ${share.text}`;
      return undefined;
    });
  }

  #missing({ who, topic, reason }: Extract<Statement, { says: "missing" }>): string[] {
    const words: Record<string, RegExp> = {
      not_collected: /collect/,
      not_published: /blank|not publish/,
      suppressed: /withh/,
      not_applicable: /no pay by|not apply/,
    };
    return this.#each(who, (i) => {
      if (this.#figure(topic, i, "year")) return `has a figure of ${topic}`;
      const key = {
        median: "annual_wage_median",
        change: "projected_change_percent",
        needed: "entry_education",
      }[topic as string];
      const row = this.comparison.rows.find(({ measure }) => measure === key);
      const why = row?.cells[i]?.figure.nullReason;
      if (reason === null || !why) return undefined;
      return words[why]?.test(reason) ? undefined : `is missing for another reason: ${why}`;
    });
  }

  #group(title: string | null): string[] {
    const groups = this.comparison.roles.map(({ occupation }) => occupation?.mergedInto ?? occupation);
    const [first, second] = groups;
    if (!first || first.soc !== second?.soc) return ["the two are of different groups"];
    // Titles are printed in sentence case; the words decide.
    return title === null || title.toLowerCase() === first.title.toLowerCase()
      ? []
      : [`the group is called ${first.title}`];
  }

  #skills({ size, shared, names, complete }: Extract<Statement, { says: "skills" }>): string[] {
    const top = this.comparison.roles.map(({ lists }) => lists.skills.slice(0, 10).map(plainName));
    const [a = [], b = []] = top;
    const common = a.filter((name) => b.includes(name));
    const wrong: string[] = [];
    const full = Math.min(a.length, b.length);
    if (full === 0) return ["skills are compared, and one list is empty"];
    if (size?.value !== full) wrong.push(`the lists hold ${full} skills`);
    const count = shared === "all" ? full : shared === "none" ? 0 : shared.value;
    if (count !== common.length) wrong.push(`${common.length} are shared, not ${count}`);
    // Names may hold "and", so they are taken out one by one, the longest first; nothing may be left over.
    let rest = names.toLowerCase();
    let named = 0;
    for (const name of common.toSorted((one, two) => two.length - one.length)) {
      if (!rest.includes(name)) continue;
      rest = rest.replace(name, "");
      named++;
    }
    const over = rest.replace(/\band\b|,/g, "").trim();
    if (over !== "") wrong.push(`not among the shared skills: ${over}`);
    if (complete && named !== common.length) wrong.push(`${named} are named, ${common.length} are shared`);
    return wrong;
  }
}

const plainName = ({ name }: Rating) => name.toLowerCase();

/** Whether an amount is the value at its printed rounding; `decimals` null is "at most one, none when it is zero". */
function printed(value: number | null, amount: Amount, decimals: number | null): boolean {
  if (value === null) return false;
  const places = decimals ?? (Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1);
  return (
    amount.decimals === places &&
    Math.abs(Math.abs(value) - Math.abs(amount.value)) <= 0.5 / 10 ** places + 1e-9
  );
}
