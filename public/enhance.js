// @ts-check
// What a page gains where scripts run. Each page is whole without this file: see docs/decisions/0016-what-scripts-add.md.

/** How long to wait after a key before asking, in milliseconds. */
const PAUSE = 120;

/**
 * What is asked for suggestions, and how an answer reads.
 * @typedef {{ text: string, why: string, page?: string }} Suggestion the words to fill in, why they are offered, and the page of their own
 * @typedef {{ title: string, role: string, via: { title: string, source: string } }} Title
 * @type {Record<string, { url: string, read: (answer: any) => Suggestion[] }>}
 */
const KINDS = {
  titles: {
    url: "/api/v1/titles?typing=1&limit=8&q=",
    read: ({ titles }) =>
      titles.map((/** @type {Title} */ { title, role, via }) => {
        // A role of our own is meant itself, not the occupation that it is counted in.
        const text = via.source === "role" ? via.title.replace(/^./, (first) => first.toUpperCase()) : title;
        const other = text === title ? via.title : title;
        return {
          text,
          why:
            other.toLowerCase() === text.toLowerCase()
              ? ""
              : `${text === title ? "also called" : "counted in"} ${other}`,
          page: `/careers/${role}`,
        };
      }),
  },
  areas: {
    url: "/api/v1/areas?q=",
    read: ({ areas }) =>
      areas.slice(0, 8).map((/** @type {{ name: string, why: string | null }} */ { name, why }) => ({
        text: name,
        why: why ?? "",
      })),
  },
};

/**
 * `<suggest-box of="titles">` around a text field: a combobox with a list of suggestions, by keys, pointer and screen
 * reader. What is chosen is filled in; with `go` its page is opened.
 */
class SuggestBox extends HTMLElement {
  #list = document.createElement("ul");
  #status = document.createElement("span");
  #active = -1;
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  connectedCallback() {
    const input = this.querySelector("input");
    const kind = KINDS[this.getAttribute("of") ?? ""];
    if (!input || !kind || input.hasAttribute("role")) return;
    this.#list.id = `${input.id}-list`;
    this.#list.hidden = true;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Suggestions");
    this.#status.className = "vh";
    this.#status.setAttribute("aria-live", "polite");
    this.append(this.#list, this.#status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
    }))
      input.setAttribute(name, value);
    input.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#ask(input, kind), PAUSE);
    });
    input.addEventListener("keydown", (event) => this.#onKey(event, input));
    input.addEventListener("blur", () => this.#close(input));
    // Before the field loses the focus, which would close the list under the pointer.
    this.#list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target instanceof Element && event.target.closest("li");
      if (option) this.#choose(option, input);
    });
  }

  /** @param {HTMLInputElement} input @param {typeof KINDS[string]} kind */
  async #ask(input, kind) {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const typed = input.value.trim();
    if (typed.length < 2) return this.#close(input);
    try {
      const answer = await fetch(kind.url + encodeURIComponent(typed), { signal: asking.signal });
      const found = answer.ok ? kind.read(await answer.json()) : [];
      if (!asking.signal.aborted && document.activeElement === input) this.#show(found, input);
    } catch {
      // Without suggestions the field is what it was.
      if (!asking.signal.aborted) this.#close(input);
    }
  }

  /** @param {Suggestion[]} found @param {HTMLInputElement} input */
  #show(found, input) {
    const options = found.map(({ text, why, page }, i) => {
      const option = document.createElement("li");
      option.id = `${this.#list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = text;
      if (page) option.dataset.page = page;
      option.append(text);
      if (why) {
        const reason = document.createElement("span");
        reason.className = "small";
        reason.textContent = `, ${why}`;
        option.append(reason);
      }
      return option;
    });
    this.#list.replaceChildren(...options);
    this.#mark(-1, input);
    this.#list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    this.#status.textContent =
      options.length === 0
        ? "No suggestions"
        : options.length === 1
          ? "1 suggestion"
          : `${options.length} suggestions`;
  }

  /** @param {number} at @param {HTMLInputElement} input */
  #mark(at, input) {
    this.#active = at;
    const options = [...this.#list.children];
    options.forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === at));
    });
    const active = options[at];
    if (active) {
      input.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event @param {HTMLInputElement} input */
  #onKey(event, input) {
    if (event.isComposing || this.#list.hidden) return;
    const count = this.#list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      // One place before the first is the field itself.
      this.#mark(((this.#active + 1 + step + count + 1) % (count + 1)) - 1, input);
      event.preventDefault();
    } else if (event.key === "Enter" && this.#active >= 0) {
      this.#choose(this.#list.children[this.#active], input);
      event.preventDefault();
    } else if (event.key === "Escape") {
      this.#close(input);
      event.preventDefault();
    }
  }

  /** @param {Element | undefined} option @param {HTMLInputElement} input */
  #choose(option, input) {
    if (option instanceof HTMLElement) {
      input.value = option.dataset.text ?? input.value;
      if (this.hasAttribute("go") && option.dataset.page) location.assign(option.dataset.page);
    }
    this.#close(input);
  }

  /** @param {HTMLInputElement} input */
  #close(input) {
    clearTimeout(this.#waiting);
    this.#asking?.abort();
    this.#mark(-1, input);
    this.#list.hidden = true;
    this.#status.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }
}

/** `<tray-count>` behind the link to the picker: how many careers the reader put aside. Pages do not differ by the tray, so that the browser counts. */
class TrayCount extends HTMLElement {
  connectedCallback() {
    const kept = /(?:^|; )(?:__Host-)?crossroads\.tray=([^;]+)/.exec(document.cookie)?.[1] ?? "";
    const count = kept.split(".").filter(Boolean).length;
    if (count === 0) return;
    const words = document.createElement("span");
    words.className = "vh";
    words.textContent = count === 1 ? " career chosen" : " careers chosen";
    this.replaceChildren(String(count), words);
  }
}

const RECENT = "crossroads.recent";
const MOST_RECENT = 6;

/** The careers that this browser looked at last, newest first. @returns {{ slug: string, name: string }[]} */
function recentCareers() {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(kept)
      ? kept.filter(({ slug, name }) => /^[a-z0-9-]+$/.test(slug) && typeof name === "string")
      : [];
  } catch {
    // No room for it, or not of our making.
    return [];
  }
}

/** @param {{ slug: string, name: string }[]} careers */
function keepRecent(careers) {
  try {
    if (careers.length === 0) localStorage.removeItem(RECENT);
    else localStorage.setItem(RECENT, JSON.stringify(careers.slice(0, MOST_RECENT)));
  } catch {
    // Then nothing is remembered.
  }
}

/** `<recent-career slug="bakers" name="bakers">` on the page of a career: remembers it in this browser. */
class RecentCareer extends HTMLElement {
  connectedCallback() {
    const [slug, name] = [this.getAttribute("slug") ?? "", this.getAttribute("name") ?? ""];
    keepRecent([{ slug, name }, ...recentCareers().filter((career) => career.slug !== slug)]);
  }
}

/** `<recent-careers>`: links to the careers that this browser remembers, and a button that forgets them. */
class RecentCareers extends HTMLElement {
  connectedCallback() {
    const careers = recentCareers();
    if (careers.length === 0) return;
    const line = document.createElement("p");
    line.className = "small";
    line.append("You looked at: ");
    careers.forEach(({ slug, name }, i) => {
      const link = document.createElement("a");
      link.href = `/careers/${slug}`;
      link.textContent = name;
      line.append(i > 0 ? ", " : "", link);
    });
    const forget = document.createElement("button");
    forget.type = "button";
    forget.textContent = "Forget these";
    forget.addEventListener("click", () => {
      keepRecent([]);
      this.replaceChildren();
    });
    line.append(". Only this browser knows. ", forget);
    this.append(line);
  }
}

/**
 * What a cell is sorted by. `group`: 0 in order, 1 behind it (not ranked), 2 at the end (missing).
 * @typedef {{ group: 0 | 1 | 2, value: number | string }} Key
 */

const AMOUNT = /^(?:at (?:least|most) )?([-+\u2212]?)\$?([\d,]*\.?\d+)(?=$|[\s,;%])/i;

/**
 * The keys of a column from the texts of its cells: by number where any of them begins with one, else by letters.
 * @param {string[]} texts
 * @returns {{ isNumeric: boolean, keys: Key[] }}
 */
export function columnKeys(texts) {
  const amounts = texts.map((text) => AMOUNT.exec(text));
  const isNumeric = amounts.some(Boolean);
  const keys = texts.map((text, i) => {
    const [, sign = "", digits] = amounts[i] ?? [];
    const isMissing = isNumeric ? digits === undefined : text === "" || /^not /i.test(text);
    const amount = Number(digits?.replaceAll(",", ""));
    /** @type {Key} */
    const key = {
      group: isMissing ? 2 : /not ranked/i.test(text) ? 1 : 0,
      value: isNumeric ? (/[-\u2212]/.test(sign) ? -amount : amount) : text,
    };
    return key;
  });
  return { isNumeric, keys };
}

const letters = new Intl.Collator("en-US", { numeric: true });

/**
 * The places of the keys in order; what is equal stays as it was, and what is missing is last both ways.
 * @param {Key[]} keys
 * @param {"ascending" | "descending"} direction
 */
export function sortedPlaces(keys, direction) {
  const sign = direction === "ascending" ? 1 : -1;
  /** @param {Key} a @param {Key} b */
  const compare = (a, b) =>
    a.group - b.group ||
    (a.group === 2
      ? 0
      : sign *
        (typeof a.value === "number"
          ? a.value - Number(b.value)
          : letters.compare(a.value, String(b.value))));
  return keys
    .map((key, at) => ({ key, at }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ at }) => at);
}

/** `<sort-table>` around a table that stands whole on its page: its heads become buttons that sort the rows, then turn them round, then put them back. */
class SortTable extends HTMLElement {
  #status = document.createElement("span");

  connectedCallback() {
    const table = this.querySelector("table");
    const [body] = table?.tBodies ?? [];
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
    if (!body || this.querySelector("button")) return;
    this.#status.className = "vh";
    this.#status.setAttribute("aria-live", "polite");
    this.append(this.#status);
    // The line that says where all are from stays under them.
    const rows = [...body.rows].filter((row) => !row.classList.contains("origins"));
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => this.#sort(heads, column, rows));
      head.append(button);
    });
  }

  /** @param {HTMLTableCellElement[]} heads @param {number} column @param {HTMLTableRowElement[]} rows in their first order */
  #sort(heads, column, rows) {
    const head = heads[column];
    const { isNumeric, keys } = columnKeys(
      rows.map(({ cells }) => {
        const cell = cells[column];
        return (cell?.querySelector("b, .figure-none") ?? cell)?.textContent?.trim() ?? "";
      }),
    );
    /** @type {("ascending" | "descending")[]} */
    const turns = isNumeric ? ["descending", "ascending"] : ["ascending", "descending"];
    const before = head?.getAttribute("aria-sort");
    const now = before === turns[0] ? turns[1] : before ? undefined : turns[0];
    for (const other of heads) other.removeAttribute("aria-sort");
    if (now) head?.setAttribute("aria-sort", now);
    const sorted = now ? sortedPlaces(keys, now).flatMap((at) => rows[at] ?? []) : rows;
    rows[0]?.parentElement?.prepend(...sorted);
    const way = isNumeric
      ? now === "descending"
        ? "highest first"
        : "lowest first"
      : now === "ascending"
        ? "A to Z"
        : "Z to A";
    this.#status.textContent = now
      ? `Sorted by ${head?.textContent?.trim().replace(/\s+/g, " ")}, ${way}`
      : "Back in the first order";
  }
}

const HOURS_A_YEAR = 2_080;
const RANKS = [10, 25, 50, 75, 90];
const LETTERS = "ABCD";
const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * Dollars a year as people write them, read as the site reads them (domain/comparison-view.ts).
 * @param {string} typed
 * @returns {number | undefined}
 */
export function payTyped(typed) {
  const text = typed.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  const [, thousands] = /^(.*\d)\s*k$/i.exec(text) ?? [];
  const [, amount] =
    /^(?:\$\s*)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\s*%)?$/.exec(thousands ?? text) ?? [];
  const pay = Number(amount?.replaceAll(",", "")) * (thousands ? 1000 : 1);
  return pay > 0 && pay <= 100_000_000 ? pay : undefined;
}

/**
 * Where pay would stand in a job, in the words of the site (domain/own-pay.ts): between published percentiles and no closer.
 * @param {string} scale "year 30000 35000 40000 208000+ - pharmacy aides"
 * @param {number} pay dollars a year
 */
export function ownPayWords(scale, pay) {
  const [unit, ...rest] = scale.split(" ");
  const plural = rest.slice(5).join(" ");
  const marks = RANKS.flatMap((rank, i) => {
    const dollars = Number.parseFloat(rest[i] ?? "");
    return Number.isNaN(dollars) ? [] : [{ rank, dollars, isFloor: rest[i]?.endsWith("+") }];
  });
  const dollars = Math.round(pay * 100) / 100;
  const amount = unit === "hour" ? dollars / HOURS_A_YEAR : dollars;
  const known = marks.filter(({ isFloor }) => !isFloor);
  const at = known.filter((mark) => mark.dollars === amount);
  // A floor above the amount lies above it all the more; one below says nothing.
  const from = (at[0] ?? known.filter((mark) => mark.dollars < amount).at(-1))?.rank;
  const to = (at.at(-1) ?? marks.find((mark) => mark.dollars > amount))?.rank;
  if (!from && !to) return `No pay is published that your own could be set against for ${plural}.`;
  const offer = `$${(Number.isInteger(dollars) ? whole : cents).format(dollars)} a year`;
  const lead = `With ${offer}${unit === "hour" ? `, which is $${cents.format(amount)} an hour at ${whole.format(HOURS_A_YEAR)} hours a year,` : ""} you would`;
  if (from === to)
    return `${lead} stand at the ${from}th percentile of ${plural}: about ${from}% of them earn less.`;
  if (!from) return `${lead} earn less than at least ${100 - (to ?? 0)}% of ${plural}.`;
  if (!to) return `${lead} earn more than at least ${from}% of ${plural}.`;
  return `${lead} earn more than ${from}% of ${plural}, and less than ${100 - to}% of them.`;
}

/** Room above the lanes for the words of a mark, in rem. */
const MARK_ROOM = 1.5;

/**
 * `<own-pay of="scales" prices="112.3 California">` around the form that asks for a reader's own pay: says at once, and
 * marks on the dots, where what is typed would stand. Sent, the form answers the same.
 */
class OwnPay extends HTMLElement {
  #status = document.createElement("span");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;
  /** @type {Element | undefined} */
  #group;

  connectedCallback() {
    const form = this.querySelector("form");
    const input = form?.querySelector('input[name="pay"]');
    if (!form || !(input instanceof HTMLInputElement) || this.contains(this.#status)) return;
    this.#status.className = "vh";
    this.#status.setAttribute("aria-live", "polite");
    this.prepend(this.#status);
    input.addEventListener("input", () => this.#answer(form, payTyped(input.value)));
    input.addEventListener("blur", () => {
      clearTimeout(this.#saying);
      this.#status.textContent = "";
    });
  }

  /** @param {HTMLFormElement} form @param {number | undefined} typed dollars a year; undefined where no amount is typed */
  #answer(form, typed) {
    clearTimeout(this.#saying);
    while (form.nextSibling) form.nextSibling.remove();
    const [level, ...place] = (this.getAttribute("prices") ?? "").split(" ");
    const pay = typed && level ? Math.round((typed / Number(level)) * 100) : typed;
    this.#mark(pay);
    if (typed === undefined || pay === undefined) {
      this.#status.textContent = "";
      return;
    }
    if (level) {
      const line = document.createElement("p");
      line.textContent = `Your $${whole.format(typed)} a year in ${place.join(" ")} buys what $${whole.format(pay)} buys at the average prices of the nation.`;
      this.append(line);
    }
    const scales = (this.getAttribute("of") ?? "").split("\n");
    const list = document.createElement("ul");
    list.className = "own-pay-words";
    list.append(
      ...scales.map((scale, i) => {
        const item = document.createElement("li");
        if (scales.length > 1) {
          const mark = document.createElement("span");
          mark.className = `mark mark-${i}`;
          mark.textContent = LETTERS[i] ?? "";
          item.append(mark, " ");
        }
        item.append(ownPayWords(scale, pay));
        return item;
      }),
    );
    this.append(list);
    // Once the keys rest, since each sentence takes longer to hear than a digit to type.
    this.#saying = setTimeout(() => {
      this.#status.textContent = [...this.querySelectorAll("form ~ p, li")]
        .map(({ textContent }) => textContent)
        .join(" ");
    }, 1_000);
  }

  /** Sets the mark on the dots, or takes it away. @param {number | undefined} pay dollars a year, as the dots are drawn */
  #mark(pay) {
    const svg = document.querySelector("svg[data-axis]");
    const axis = svg?.querySelector(".axis-line");
    if (!svg || !axis) return;
    const [unit, ...ends] = (svg.getAttribute("data-axis") ?? "").split(" ");
    const [low = 0, high = 0] = ends.map(Number);
    const amount = unit === "hour" ? (pay ?? 0) / HOURS_A_YEAR : (pay ?? 0);
    // The scale ends at 7 and 93 percent; beyond the picture there are words alone.
    const x = Math.round((7 + (86 * (amount - low)) / (high - low)) * 10) / 10;
    this.#group ??= svg.querySelector(".own-pay")?.parentElement ?? undefined;
    if (pay === undefined || !(x >= 1 && x <= 99)) {
      this.#group?.replaceChildren();
      return;
    }
    if (!this.#group) {
      this.#makeRoom(svg);
      this.#group = drawn("g", {});
      axis.after(this.#group);
    }
    const lift = svg.querySelector(".lowered") ? MARK_ROOM : 0;
    const words = drawn("text", {
      class: "halo",
      x: `${x}%`,
      y: `${0.9375 - lift}rem`,
      "font-weight": "700",
      "text-anchor": x < 20 ? "start" : x > 80 ? "end" : "middle",
    });
    words.textContent = `Your pay: $${unit === "hour" ? cents.format(amount) : whole.format(amount)}`;
    const bottom = axis.getAttribute("y1") ?? "0";
    const line = { class: "own-pay", x1: `${x}%`, x2: `${x}%`, y1: `${1.25 - lift}rem`, y2: bottom };
    this.#group.replaceChildren(drawn("line", line), words);
  }

  /** Lowers what is drawn, so that the words of a mark stand above it. The field stays where it is on the screen. @param {Element} svg */
  #makeRoom(svg) {
    const before = this.getBoundingClientRect().top;
    const lowered = drawn("g", { class: "lowered" });
    lowered.append(...[...svg.children].filter(({ tagName }) => tagName !== "title"));
    svg.append(lowered);
    svg.setAttribute("height", `${Number.parseFloat(svg.getAttribute("height") ?? "0") + MARK_ROOM}rem`);
    scrollBy({ top: this.getBoundingClientRect().top - before, behavior: "instant" });
  }
}

/** @param {string} name @param {Record<string, string>} attributes */
function drawn(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

customElements.define("own-pay", OwnPay);
customElements.define("recent-career", RecentCareer);
customElements.define("recent-careers", RecentCareers);
customElements.define("sort-table", SortTable);
customElements.define("suggest-box", SuggestBox);
customElements.define("tray-count", TrayCount);
