import type { Comparison, Row } from "@/domain/comparison";
import type { Figure } from "@/domain/figure";
import type { Rating } from "@/domain/profile";
import {
  type Amount,
  levelOf,
  type Per,
  type RoleWords,
  read,
  type Statement,
  type Topic,
  type Who,
} from "./sentence-reader";

/** The growth of all occupations, the one figure in sentences that belongs to neither role. */
const ALL_OCCUPATIONS = 3.1;

/** All that a message says against the figures of the two roles, one line each; empty for a true one. */
export function contradictions(
  sentence: string,
  comparison: Comparison,
  roles: readonly [RoleWords, RoleWords] = namesOf(comparison),
): string[] {
  const reading = read(sentence, roles);
  if (reading.statements.every(({ says }) => says === "period"))
    return ["unread: neither an amount nor a claim"];
  const facts = new Facts(comparison);
  return [
    ...reading.unread,
    ...reading.statements.flatMap((statement) => facts.against(statement)),
    ...facts.againstPlace(reading.statements),
  ];
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
        const turns = (["year", "hour"] as const).some((per) => {
          const [medians, means] = [this.#gap("median", per), this.#gap("mean", per)];
          return medians && means && (medians.a - medians.b) * (means.a - means.b) < 0;
        });
        return turns ? [] : ["the order is the same by the mean"];
      }
      case "no rank":
        return this.comparison.roles.some((_, i) => this.#value("median", i, "year") === undefined)
          ? []
          : ["both medians are numbers, and could be ranked"];
      case "beyond chance":
        return this.#beyondChance(statement.per);
      case "armed forces":
        return this.comparison.roles
          .filter(({ occupation }) => !occupation?.soc.startsWith("55-"))
          .map(({ role }) => `${role.slug} is no military role`);
      case "elsewhere":
        return this.#elsewhere(statement);
      case "place":
      case "prices":
        return [];
      case "skills":
        return this.#skills(statement);
    }
  }

  /** Every message names the area of its figures where that is not the nation, and adjusted pay says so. */
  againstPlace(statements: Statement[]): string[] {
    const { area, adjusted } = this.comparison;
    const topics = statements.flatMap((statement) =>
      statement.says === "overlap" || statement.says === "span"
        ? ["range"]
        : "topic" in statement
          ? [statement.topic]
          : [],
    );
    // What no figure of any area is published for needs no place.
    if (topics.includes("employment")) return [];
    const isPay = topics.some((topic) => ["median", "mean", "range"].includes(topic));
    const wrong: string[] = [];
    if (isPay && statements.some(({ says }) => says === "prices") !== (adjusted ?? false))
      wrong.push("adjusting for prices is said amiss");
    const said = statements.find((statement) => statement.says === "place")?.place;
    if (area.code === "US") return said ? [...wrong, `${said} is said on a page of the nation`] : wrong;
    if (topics.length === 0) return wrong;
    const expected = isPay ? area.name : "United States";
    return namesArea(said ?? "", expected) ? wrong : [...wrong, `${said ?? "no place"}, and not ${expected}`];
  }

  #elsewhere({ place, who, per, amount }: Extract<Statement, { says: "elsewhere" }>): string[] {
    const role = who === "a" ? 0 : who === "b" ? 1 : -1;
    const measure = per === "hour" ? "hourly_wage_median" : "annual_wage_median";
    const fits = (this.comparison.fallbacks ?? []).some(
      (fallback) =>
        fallback.role === role &&
        fallback.measure === measure &&
        namesArea(place, fallback.area.name) &&
        printed(Number(fallback.figure.value), amount, per === "hour" ? 2 : 0),
    );
    return fits ? [] : [`${amount.text} in ${place} was not handed in for ${who}`];
  }

  #beyondChance(per: Per): string[] {
    const [a, b] = [this.#figure("mean", 0, per), this.#figure("mean", 1, per)];
    if (typeof a?.value !== "number" || typeof b?.value !== "number") return ["chance in a missing mean"];
    if (a.standardError === null || b.standardError === null) return ["chance without a published error"];
    const z = Math.abs(a.value - b.value) / Math.sqrt(a.standardError ** 2 + b.standardError ** 2);
    return z > 1.96 ? [] : [`chance may make that gap: ${z.toFixed(2)} standard errors`];
  }

  #figure(topic: Topic, i: number, per: Per | null): Figure | undefined {
    const key = {
      median: per === "hour" ? "hourly_wage_median" : "annual_wage_median",
      mean: per === "hour" ? "hourly_wage_mean" : "annual_wage_mean",
      range: "annual_wage_range",
      overlap: "annual_wage_range",
      employment: "employment",
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
        employment: "employment",
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

/** "the Portland area of Maine" names "Portland-South Portland, ME", "California" itself. */
function namesArea(said: string, name: string): boolean {
  const city = /^the (.+) area(?: of .+)?$/.exec(said)?.[1];
  return city ? name.startsWith(city) : said.replace(/^the /, "") === name;
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
