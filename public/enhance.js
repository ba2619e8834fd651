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
 * The element with attributes, and with more in it.
 * @template {Element} T
 * @param {T} element
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} inside
 */
function made(element, attributes, ...inside) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** What a screen reader says when it changes, unseen; no second status on a page. */
const newVoice = () => made(document.createElement("span"), { class: "vh", "aria-live": "polite" });

/**
 * `<suggest-box of="titles">` around a text field: a combobox with a list of suggestions, by keys, pointer and screen
 * reader. What is chosen is filled in; with `go` its page is opened.
 */
class SuggestBox extends HTMLElement {
  #list = document.createElement("ul");
  #status = newVoice();
  #active = -1;
  /** @type {AbortController | undefined} */
  #asking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;

  connectedCallback() {
    const input = this.querySelector("input");
    const kind = KINDS[this.getAttribute("of") ?? ""];
    if (!input || !kind || input.hasAttribute("role")) return;
    const id = `${input.id}-list`;
    made(this.#list, { id, hidden: "", role: "listbox", "aria-label": "Suggestions" });
    this.append(this.#list, this.#status);
    made(input, {
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
    });
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
      const id = `${this.#list.id}-${i}`;
      return made(
        document.createElement("li"),
        { id, role: "option", "aria-selected": "false", "data-text": text, "data-page": page ?? "" },
        text,
        why && made(document.createElement("span"), { class: "small" }, `, ${why}`),
      );
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
    const words = count === 1 ? " career chosen" : " careers chosen";
    this.replaceChildren(String(count), made(document.createElement("span"), { class: "vh" }, words));
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
    const links = careers.flatMap(({ slug, name }, i) => [
      i > 0 ? ", " : "",
      made(document.createElement("a"), { href: `/careers/${slug}` }, name),
    ]);
    const forget = made(document.createElement("button"), { type: "button" }, "Forget these");
    forget.addEventListener("click", () => {
      keepRecent([]);
      this.replaceChildren();
    });
    const words = ["You looked at: ", ...links, ". Only this browser knows. ", forget];
    this.append(made(document.createElement("p"), { class: "small" }, ...words));
  }
}

const AMOUNT = /^(?:at (?:least|most) )?([-\u2212]?)\+?\$?([\d,]*\.?\d+)(?=$|[\s,;%])/i;
const letters = new Intl.Collator("en-US", { numeric: true });

/**
 * How a column is sorted: by number where any cell begins with one, else by letters. `order` gives the places of the
 * cells, falling where `sign` is -1: what is not ranked behind the rest and what is missing last, both ways.
 * @param {string[]} texts
 */
export function columnOf(texts) {
  const amounts = texts.map((text) => {
    const [, sign, digits] = AMOUNT.exec(text) ?? [];
    return digits && Number(digits.replaceAll(",", "")) * (sign ? -1 : 1);
  });
  const isNumeric = amounts.some((amount) => amount !== undefined);
  const cells = texts.map((text, at) => ({
    at,
    text,
    amount: Number(amounts[at]),
    group: (isNumeric ? amounts[at] === undefined : /^(not |$)/i.test(text))
      ? 2
      : Number(/not ranked/i.test(text)),
  }));
  /** @param {number} sign */
  const order = (sign) =>
    [...cells]
      .sort(
        (a, b) =>
          a.group - b.group ||
          (a.group < 2 ? sign * (isNumeric ? a.amount - b.amount : letters.compare(a.text, b.text)) : 0),
      )
      .map(({ at }) => at);
  return { isNumeric, order };
}

/** `<sort-table>` around a table that stands whole on its page: heads become buttons that sort it, turn it round, put it back. */
class SortTable extends HTMLElement {
  #status = newVoice();

  connectedCallback() {
    const table = this.querySelector("table");
    const [body] = table?.tBodies ?? [];
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])];
    if (!body || this.querySelector("button")) return;
    this.append(this.#status);
    // The line that says where all are from stays under them.
    const rows = [...body.rows].filter((row) => !row.classList.contains("origins"));
    heads.forEach((head, column) => {
      const button = made(document.createElement("button"), { type: "button" }, ...head.childNodes);
      button.addEventListener("click", () => this.#sort(heads, column, rows));
      head.append(button);
    });
  }

  /** @param {HTMLTableCellElement[]} heads @param {number} column @param {HTMLTableRowElement[]} rows in their first order */
  #sort(heads, column, rows) {
    const head = heads[column];
    const { isNumeric, order } = columnOf(
      rows.map(({ cells }) => {
        const cell = cells[column];
        return (cell?.querySelector("b, .figure-none") ?? cell)?.textContent?.trim() ?? "";
      }),
    );
    const turns = isNumeric ? ["descending", "ascending"] : ["ascending", "descending"];
    const before = head?.getAttribute("aria-sort");
    const now = before ? turns[turns.indexOf(before) + 1] : turns[0];
    for (const other of heads) other.removeAttribute("aria-sort");
    if (now) head?.setAttribute("aria-sort", now);
    const sign = now === "ascending" ? 1 : -1;
    rows[0]?.parentElement?.prepend(...(now ? order(sign).flatMap((at) => rows[at] ?? []) : rows));
    const name = head?.textContent?.trim().replace(/\s+/g, " ");
    this.#status.textContent = now
      ? `Sorted by ${name}, ${sign > 0 ? "rising" : "falling"}`
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

/** Cents of an offer written without doubt; the rest is left to the form. @param {string} typed @param {string} unit */
export function offerTyped(typed, unit) {
  const offer = /%|\.\d{3}|\s\s/.test(typed) ? 0 : Math.round((payTyped(typed) ?? 0) * 100);
  const [least, most] = unit === "hour" ? [1, 500_000] : [100_000, 1_000_000_000];
  return offer >= least && offer <= most ? offer : undefined;
}

/** @param {number} amount @param {string} unit */
const money = (amount, unit) => `$${(unit === "hour" ? cents : whole).format(amount)}`;

/**
 * Pay in the unit of a scale, and in words.
 * @param {number} pay cents
 * @param {string} unit of the pay
 * @param {string} scale unit of the scale
 */
function payOn(pay, unit, scale) {
  const dollars = pay / 100;
  const amount =
    scale === unit ? dollars : unit === "year" ? dollars / HOURS_A_YEAR : (pay * HOURS_A_YEAR) / 100;
  /** @param {number} value @param {string} of */
  const text = (value, of) =>
    `${money(value, Number.isInteger(value) ? of : "hour")} ${of === "hour" ? "an hour" : "a year"}`;
  const also =
    scale === unit ? "" : `, which is ${text(amount, scale)} at ${whole.format(HOURS_A_YEAR)} hours a year,`;
  return { amount, words: text(dollars, unit) + also };
}

/**
 * Where pay would stand in a job, in the words of the site (domain/own-pay.ts).
 * @param {string} scale "year 30000 35000 40000 208000+ - pharmacy aides"
 * @param {number} pay dollars a year
 */
export function ownPayWords(scale, pay) {
  const [unit = "", ...rest] = scale.split(" ");
  const plural = rest.slice(5).join(" ");
  const { amount, words } = payOn(Math.round(pay * 100), "year", unit);
  const marks = RANKS.flatMap((rank, i) => {
    const dollars = Number.parseFloat(rest[i] ?? "");
    return Number.isNaN(dollars) ? [] : [{ rank, dollars, isFloor: rest[i]?.endsWith("+") }];
  });
  const known = marks.filter(({ isFloor }) => !isFloor);
  const at = known.filter(({ dollars }) => dollars === amount);
  // A floor above the amount lies above it all the more; one below says nothing.
  const from = (at[0] ?? known.filter(({ dollars }) => dollars < amount).at(-1))?.rank;
  const to = (at.at(-1) ?? marks.find(({ dollars }) => dollars > amount))?.rank;
  if (!from && !to) return `No pay is published that your own could be set against for ${plural}.`;
  const lead = `With ${words} you would`;
  if (from === to)
    return `${lead} stand at the ${from}th percentile of ${plural}: about ${from}% of them earn less.`;
  if (!from) return `${lead} earn less than at least ${100 - (to ?? 0)}% of ${plural}.`;
  if (!to) return `${lead} earn more than at least ${from}% of ${plural}.`;
  return `${lead} earn more than ${from}% of ${plural}, and less than ${100 - to}% of them.`;
}

/**
 * Where an offer stands, in the words that the page gives for every place.
 * @param {string} places the unit of the scale, then a line each: ">0 below the median ($40,000)", "=40000 at …"
 * @param {number} pay cents
 * @param {string} unit
 */
export function offerWords(places, pay, unit) {
  const [scale = "", ...lines] = places.split("\n");
  const { amount, words } = payOn(pay, unit, scale);
  const line = lines.findLast((line) => {
    const from = Number.parseFloat(line.slice(1));
    return line[0] === "=" ? amount === from : amount > from;
  });
  return line && `${words} is ${line.replace(/^\S+ /, "")}.`;
}

/** Room above the lanes for the words of a mark, in rem. */
const MARK_ROOM = 1.5;

/** Around a form that asks for pay: answers at once what the form answers when it is sent. */
class PayAnswer extends HTMLElement {
  #status = newVoice();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;

  connectedCallback() {
    const form = this.querySelector("form");
    const input = form?.querySelector('input[name="pay"]');
    if (!form || !(input instanceof HTMLInputElement) || this.contains(this.#status)) return;
    this.prepend(this.#status);
    form.addEventListener("input", () => {
      clearTimeout(this.#saying);
      this.#status.textContent = "";
      while (form.nextSibling) form.nextSibling.remove();
      const lines = this.answer(input, form);
      this.append(...lines);
      // Once the keys rest, since each sentence takes longer to hear than a digit to type.
      this.#saying = setTimeout(() => {
        this.#status.textContent = lines.map(({ textContent }) => textContent).join(" ");
      }, 1_000);
    });
    input.addEventListener("blur", () => {
      clearTimeout(this.#saying);
      this.#status.textContent = "";
    });
  }

  /** @param {HTMLInputElement} _input @param {HTMLFormElement} _form @returns {HTMLElement[]} */
  answer(_input, _form) {
    return [];
  }
}

/** @param {string} text */
const paragraph = (text) => made(document.createElement("p"), {}, text);

/** `<offer-pay year="places" hour="places">`: for the title and place of the page alone. */
class OfferPay extends PayAnswer {
  /** @param {HTMLInputElement} input @param {HTMLFormElement} form */
  answer(input, form) {
    const controls = [...form.elements];
    const isSame = controls.every(
      (control) =>
        control === input || !(control instanceof HTMLInputElement) || control.value === control.defaultValue,
    );
    const unit = controls.find((control) => control instanceof HTMLSelectElement)?.value ?? "";
    const pay = offerTyped(input.value, unit);
    const words = isSame && pay && offerWords(this.getAttribute(unit) ?? "", pay, unit);
    return words ? [paragraph(words)] : [];
  }
}

/** `<own-pay of="scales" prices="112.3 California">`: marks the pay on the dots as well. */
class OwnPay extends PayAnswer {
  /** @type {Element | undefined} */
  #group;

  /** @param {HTMLInputElement} input */
  answer(input) {
    const typed = payTyped(input.value);
    const [level, ...place] = (this.getAttribute("prices") ?? "").split(" ");
    const pay = typed && level ? Math.round((typed / Number(level)) * 100) : typed;
    this.#mark(pay);
    if (typed === undefined || pay === undefined) return [];
    const scales = (this.getAttribute("of") ?? "").split("\n");
    const items = scales.map((scale, i) => {
      const mark = made(document.createElement("span"), { class: `mark mark-${i}` }, LETTERS[i] ?? "");
      const marked = scales.length > 1 ? [mark, " "] : [];
      return made(document.createElement("li"), {}, ...marked, ownPayWords(scale, pay));
    });
    const list = made(document.createElement("ul"), { class: "own-pay-words" }, ...items);
    if (!level) return [list];
    const buys = `Your ${money(typed, "year")} a year in ${place.join(" ")} buys what ${money(pay, "year")} buys at the average prices of the nation.`;
    return [paragraph(buys), list];
  }

  /** Sets the mark on the dots, or takes it away. @param {number | undefined} pay dollars a year, as the dots are drawn */
  #mark(pay) {
    const svg = document.querySelector("svg[data-axis]");
    const axis = svg?.querySelector(".axis-line");
    if (!svg || !axis) return;
    const [unit = "", ...ends] = (svg.getAttribute("data-axis") ?? "").split(" ");
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
      this.#group = drawn("g");
      axis.after(this.#group);
    }
    const lift = svg.querySelector(".lowered") ? MARK_ROOM : 0;
    const place = {
      class: "halo",
      x: `${x}%`,
      y: `${0.9375 - lift}rem`,
      "font-weight": "700",
      "text-anchor": x < 20 ? "start" : x > 80 ? "end" : "middle",
    };
    const bottom = axis.getAttribute("y1") ?? "0";
    const line = { class: "own-pay", x1: `${x}%`, x2: `${x}%`, y1: `${1.25 - lift}rem`, y2: bottom };
    const words = `Your pay: ${money(amount, unit)}`;
    this.#group.replaceChildren(made(drawn("line"), line), made(drawn("text"), place, words));
  }

  /** Lowers what is drawn, so that the words of a mark stand above it. The field stays where it is on the screen. @param {Element} svg */
  #makeRoom(svg) {
    const before = this.getBoundingClientRect().top;
    const rest = [...svg.children].filter(({ tagName }) => tagName !== "title");
    svg.append(made(drawn("g"), { class: "lowered" }, ...rest));
    svg.setAttribute("height", `${Number.parseFloat(svg.getAttribute("height") ?? "0") + MARK_ROOM}rem`);
    scrollBy({ top: this.getBoundingClientRect().top - before, behavior: "instant" });
  }
}

/** @param {string} name */
const drawn = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);

customElements.define("offer-pay", OfferPay);
customElements.define("own-pay", OwnPay);
customElements.define("recent-career", RecentCareer);
customElements.define("recent-careers", RecentCareers);
customElements.define("sort-table", SortTable);
customElements.define("suggest-box", SuggestBox);
customElements.define("tray-count", TrayCount);
