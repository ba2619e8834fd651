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

customElements.define("recent-career", RecentCareer);
customElements.define("recent-careers", RecentCareers);
customElements.define("suggest-box", SuggestBox);
customElements.define("tray-count", TrayCount);
