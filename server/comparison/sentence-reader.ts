/**
 * Reads comparison sentences back, for tests and the bench alone. It has a small grammar of its own for English that
 * speaks of two roles, and shares nothing with the code that writes the sentences: what it finds in the
 * plain text is set against the figures, so a fault of the writer is not repeated here.
 */

/** How one role may be named in a sentence. */
export type RoleWords = { singular: string; plural: string };

/** Of whom something is said: the first role, the second, both, or all occupations. */
export type Who = "a" | "b" | "both" | "all";

export type Topic =
  | "median"
  | "mean"
  | "range"
  | "overlap"
  | "employment"
  | "openings"
  | "change"
  | "needed"
  | "held"
  | "skills"
  | "period";
export type Per = "year" | "hour";

type Token = { at: number; text: string } & (
  | { kind: "who"; who: Who; title?: string }
  | { kind: "money" | "percent" | "number"; value: number; decimals: number }
  | { kind: "schooling"; level: Level }
  | { kind: "word" | "mark" }
);
export type Amount = Extract<Token, { value: number }>;

/** What one sentence says, part by part. */
export type Statement =
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
  | { says: "no rank" }
  | { says: "beyond chance"; per: Per }
  | { says: "armed forces" }
  | { says: "place"; place: string }
  | { says: "prices" }
  | { says: "elsewhere"; place: string; who: Who; per: Per | null; amount: Amount }
  | {
      says: "skills";
      size: Amount | null;
      shared: Amount | "all" | "none";
      names: string;
      complete: boolean;
    };

type Reading = {
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
export type Level = (typeof schoolingWords)[number][0];

/** The level of schooling in a publisher's own words; undefined for words unknown here. */
export function levelOf(words: string): Level | undefined {
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

/** "In California, …", "After adjusting for prices in the Portland area of Maine, …": what a sentence begins with. */
const opening =
  /(?<=^|\. )(?:(After adjusting for prices),? ?)?(?:in ((?:the )?\p{Lu}[^,$%]*?)(?=, | from 2| the median pay))?/giu;

/**
 * What a message of one sentence or more says, by the order of the tokens that carry a claim: an amount belongs to the role that a
 * preposition after it names, else to the subject before it. Small words may stand anywhere.
 */
export function read(sentence: string, roles: readonly [RoleWords, RoleWords]): Reading {
  const tokens = tokensOf(sentence, roles);
  return new Reader(sentence, tokens).read();
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** `first` holds the letters that a match can begin with; trying every pattern at every word took most of the time. */
type Rule = [pattern: RegExp, make: (found: string, at: number) => Token, first?: string];

/** Any level of schooling; one pattern, since it is tried at every word. */
const anySchooling = new RegExp(
  `(?:${schoolingWords.map(([, pattern]) => pattern.source).join("|")})(?![\\w-])`,
  "iy",
);

const wordRules: Rule[] = [
  [/as well as/iy, (text, at) => ({ kind: "word", at, text: text.toLowerCase() }), "a"],
  [/all (?:occupations|jobs)/iy, (text, at) => ({ kind: "who", who: "all", at, text }), "a"],
  [/both careers|each career/iy, (text, at) => ({ kind: "who", who: "both", at, text }), "be"],
  [/(?:this|one|the same) group/iy, (text, at) => ({ kind: "who", who: "both", at, text }), "to"],
  [/\$\d+(?:,\d+)*(?:\.\d+)?/y, (text, at) => ({ kind: "money", ...numberOf(text.slice(1)), at, text }), "$"],
  [
    /[+−-]?\d+(?:,\d+)*(?:\.\d+)?%/y,
    (text, at) => ({ kind: "percent", ...numberOf(text.slice(0, -1)), at, text }),
    "+−-0123456789",
  ],
  [/\d+(?:,\d+)*(?:\.\d+)?/y, (text, at) => ({ kind: "number", ...numberOf(text), at, text }), "0123456789"],
  [
    anySchooling,
    (text, at) => ({ kind: "schooling", level: levelOf(text) as Level, at, text }),
    schoolingWords.map(([, { source }]) => source.replace("(?:", "").charAt(0)).join(""),
  ],
  [/\p{L}[\p{L}’'/-]*/uy, (text, at) => ({ kind: "word", at, text: text.toLowerCase() })],
  [/\S/uy, (text, at) => ({ kind: "mark", at, text })],
];
const quotedTitle: Rule = [
  /“[^”]*”/y,
  (text, at) => ({ kind: "who", who: "both", title: text.slice(1, -1), at, text }),
  "“",
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
    return [
      namePattern(name),
      (text, at) => ({ kind: "who", who: shared ? "both" : who, at, text }),
      name.charAt(0).toLowerCase(),
    ];
  });
  const rules = [quotedTitle, ...nameRules, ...wordRules];
  const tokens: Token[] = [];
  for (let at = 0; at < sentence.length; ) {
    if (sentence.charAt(at) === " ") {
      at++;
      continue;
    }
    const letter = sentence.charAt(at).toLowerCase();
    for (const [pattern, make, first] of rules) {
      if (first !== undefined && !first.includes(letter)) continue;
      pattern.lastIndex = at;
      const found = pattern.exec(sentence)?.[0];
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

/** The words of a phrase, kept: it is asked of every token of every sentence. */
const phrases = new Map<string, string[]>();
function phraseWords(words: string): string[] {
  const known = phrases.get(words);
  if (known) return known;
  const made = words.split(" ");
  phrases.set(words, made);
  return made;
}

class Reader {
  readonly #statements: Statement[] = [];
  readonly #used = new Set<Token>();
  readonly #unread: string[] = [];
  #saidUnits: { per: Per; j: number }[] | undefined;
  readonly #places: { at: number; place: string }[] = [];
  readonly tokens: Token[];
  readonly #lower: string;

  constructor(
    readonly sentence: string,
    all: Token[],
  ) {
    this.#lower = sentence.toLowerCase();
    this.tokens = this.#withoutChance(all);
  }

  read(): Reading {
    this.#openings();
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
  #phrase(i: number, words: string): boolean {
    const parts = phraseWords(words);
    return parts.every((word, step) => this.#word(i + step) === word);
  }
  #has = (words: string): number =>
    this.#lower.includes(words) ? this.tokens.findIndex((_, i) => this.#phrase(i, words)) : -1;
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

  /** "Chance alone would give so wide a gap less than one time in twenty": said of the whole message, and read apart from it. */
  #withoutChance(all: Token[]): Token[] {
    const at = all.findIndex(({ text }) => text === "chance");
    if (at < 0) return all;
    const words = all.slice(at).map(({ text }) => text);
    const isWhole = /^chance alone .*gap less than one time in twenty , if .* independent \.$/.test(
      words.join(" "),
    );
    const unit = all.find(({ text }) => text === "year" || text === "hour")?.text;
    if (isWhole && (unit === "year" || unit === "hour")) this.#say({ says: "beyond chance", per: unit });
    else this.#unread.push("something of chance");
    return all.slice(0, at);
  }

  #openings() {
    for (const { index, 1: prices, 2: place } of this.sentence.matchAll(opening)) {
      if (prices) this.#say({ says: "prices" });
      if (!place) continue;
      if (this.#places.length === 0) this.#say({ says: "place", place });
      this.#places.push({ at: index, place });
    }
  }

  /** The place that an amount is of, where a later sentence names another than the first did. */
  #elsewhere({ at }: Token): string | undefined {
    const [first] = this.#places;
    const last = this.#places.findLast((place) => place.at <= at);
    return last && first && last.at !== first.at ? last.place : undefined;
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
    const list =
      among >= 0 ? this.tokens[among + (this.#word(among + 2) === "are" ? 2 : 1)] : this.tokens[share + 2];
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
      const place = this.#elsewhere(token);
      if (place) this.#say({ says: "elsewhere", place, who, per: this.#per(i), amount: token }, token);
      else this.#say({ says: "amount", who, topic, per: this.#per(i), amount: token, sign }, token);
    });
    this.tokens.forEach((token, i) => {
      const sign = signOf(token.text);
      const who = this.#left(i);
      // The rise of all occupations has no role as its subject; the amount carries its sign.
      if (sign === undefined || !who || who === "all" || token.kind !== "word" || this.#word(i - 1) === "a")
        return;
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
      const from = this.tokens.findIndex(({ text }, i) => i > group && text === "from");
      if (new Set([this.#left(from), this.#firstRight(from), "both"]).size < 3)
        this.#unread.push("one role is told from itself");
      const title = this.tokens.find((token) => token.kind === "who" && token.title !== undefined);
      this.#say({ says: "one group", title: title?.kind === "who" ? (title.title ?? null) : null });
    }
    if (this.tokens.some((token) => token.kind === "who" && /group$/i.test(token.text)))
      this.#say({ says: "one group", title: null });
    if (this.#has("no unit in common") >= 0) this.#say({ says: "no common unit" });
    if (this.#has("order turns") >= 0) this.#say({ says: "order turns" });
    if (this.#has("the two cannot be ranked") >= 0) this.#say({ says: "no rank" });
    if (this.#has("leave out the armed forces") >= 0) this.#say({ says: "armed forces" });
    this.#missing();
  }

  /** "For R there is no such figure (reason)", "no pay, jobs or projection is published for R or for S" */
  #missing() {
    const absences = ["no such figure", "no projection", "not published", "not available"].filter((words) =>
      this.#lower.includes(words),
    );
    this.tokens.forEach((_, i) => {
      const absent = absences.some((words) => this.#phrase(i, words));
      if (!absent) return;
      const who = this.#left(i);
      const topic = this.#topic(i);
      if (!who || !topic) this.#unread.push("something is missing, but what and for whom?");
      else this.#say({ says: "missing", who, topic, reason: this.#reasonAfter(this.tokens[i + 2]) });
    });
    const published = this.#has("is published for");
    const none = this.tokens.findIndex(({ text }, i) => text === "no" && i < published);
    if (none < 0) return;
    const end = this.tokens.findIndex(({ text }, i) => i > published && text === ".");
    const words = this.tokens.slice(none, published).map(({ text }) => text);
    const named: [string, Topic][] = [
      ["pay", "median"],
      ["jobs", "employment"],
      ["projection", "change"],
    ];
    for (const [word, topic] of named)
      for (const token of this.tokens.slice(published, end))
        if (words.includes(word) && token.kind === "who")
          this.#say({ says: "missing", who: token.who, topic, reason: this.#reasonAfter(token) });
  }

  /** The reason in the brackets right after a token. */
  #reasonAfter(token: Token | undefined): string | null {
    const rest = token ? this.sentence.slice(token.at + token.text.length) : "";
    return /^ \(([^)]*)\)/.exec(rest)?.[1] ?? null;
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

  /** Where a unit of time is said. */
  #units(): { per: Per; j: number }[] {
    this.#saidUnits ??= this.tokens.flatMap((_, j): { per: Per; j: number }[] =>
      this.#phrase(j, "a year") || this.#phrase(j, "each year")
        ? [{ per: "year", j }]
        : this.#phrase(j, "an hour") || this.#phrase(j, "by the hour")
          ? [{ per: "hour", j }]
          : [],
    );
    return this.#saidUnits;
  }

  /** The unit of an amount: the one after it, else the last one said, else the next. */
  #per(i: number): Per | null {
    const said = this.#units();
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
