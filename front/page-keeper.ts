import { LRUCache } from "lru-cache";
import { contentVersion } from "@/server/content-version";
import { decoded, type Encoding, encoded, smaller } from "./encoding";
import type { PageClock } from "./page-clock";

/** A page just made, for nobody in particular: its text, and what it says of itself. */
export type MadePage = {
  status: number;
  text: Buffer;
  /** Files that a reader will want at once (`Link`). */
  link: string | undefined;
  /** Where a redirect leads. */
  location: string | undefined;
  tags: readonly string[];
  /** Milliseconds since 1970 until which it is true by the clock alone. */
  until: number;
  /** Why it may not be kept; undefined where it may. */
  whyNot: string | undefined;
};

/** A page that is kept: compressed, as it was first asked for; the other form is made when somebody wants it. */
export type KeptPage = {
  status: number;
  link: string | undefined;
  tags: readonly string[];
  until: number;
  /** The number of the last change up to which it is known to be true. */
  asOf: number;
  /** By content, so that a page made anew with the same text is the same to a reader's program. */
  digest: string;
  forms: Partial<Record<Encoding, Buffer>>;
  /** How often its brotli form was sent, until it is made smaller. */
  sent: number;
};

/** A page that is sent so often is worth the time to make it smaller, of so many at once. */
const WORTH_MORE = 3;
const MOST_IMPROVING = 50;

/** The page of a key as somebody asked for it. */
export type FoundPage = { made?: MadePage; kept: KeptPage | undefined; isShared?: boolean };

type Flight = { asOf: number; page: Promise<{ made: MadePage; kept: KeptPage | undefined }> };

/** What a kept page takes beside its forms: its names, and its place in the store. */
const ENTRY_BYTES = 700;
/** Pages that say that there is nothing are kept apart, so that asking for many of them drives out no other. */
const MISSING_BYTES = 1_000_000;

/**
 * Finished pages by key. Each is made once for however many ask at the same time, is sent again for as long as
 * nothing that it is made of has changed, and goes when room is needed, the one asked for longest ago first.
 */
export class PageKeeper {
  readonly #pages: LRUCache<string, KeptPage>;
  readonly #missing: LRUCache<string, KeptPage>;
  readonly #flights = new Map<string, Flight>();
  readonly #improving = new Set<KeptPage>();
  #improved: Promise<void> = Promise.resolve();
  /** One text for each tag and link, however many pages name it. */
  readonly #names = new Map<string, string>();

  constructor(
    private readonly make: (key: string) => Promise<MadePage>,
    private readonly clock: PageClock,
    bytes: number,
  ) {
    const sizeCalculation = (page: KeptPage, key: string) =>
      ENTRY_BYTES +
      2 * key.length +
      8 * page.tags.length +
      Object.values(page.forms).reduce((sum, form) => sum + form.length, 0);
    this.#pages = new LRUCache({ maxSize: bytes, sizeCalculation });
    this.#missing = new LRUCache({ maxSize: MISSING_BYTES, sizeCalculation });
  }

  /** How many pages are kept, and their bytes as counted. */
  get size() {
    return {
      pages: this.#pages.size,
      bytes: this.#pages.calculatedSize,
      missing: this.#missing.size,
      missingBytes: this.#missing.calculatedSize,
    };
  }

  /** The page kept under a key, where it is still true. The clock must be up to date. */
  find(key: string): KeptPage | undefined {
    const store = this.#pages.has(key) ? this.#pages : this.#missing;
    const page = store.get(key);
    if (!page) return undefined;
    if (Date.now() >= page.until || this.clock.changed(page.tags, page.asOf)) {
      store.delete(key);
      return undefined;
    }
    page.asOf = this.clock.now;
    return page;
  }

  /**
   * The page of a key, kept or made now; `kept` is undefined for one that is not kept, and `isShared` says that it
   * was being made already for somebody else. The clock must be up to date.
   */
  async page(key: string, encoding: Encoding): Promise<FoundPage> {
    const cameAt = this.clock.now;
    while (true) {
      const kept = this.find(key);
      if (kept) return { kept };
      const under = this.#flights.get(key);
      const flight = under ?? this.#start(key, encoding);
      const found = await flight.page;
      // One that began before a change which this reader came after may still show what was before.
      if (flight.asOf >= cameAt || !this.clock.changed(found.made.tags, flight.asOf))
        return { ...found, isShared: under !== undefined };
    }
  }

  #start(key: string, encoding: Encoding): Flight {
    const flight: Flight = { asOf: this.clock.now, page: this.#fill(key, this.clock.now, encoding) };
    this.#flights.set(key, flight);
    const done = () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    flight.page.then(done, done);
    return flight;
  }

  async #fill(key: string, asOf: number, asked: Encoding) {
    const made = await this.make(key);
    // What changed while it was made may or may not be in it: it is sent to those who asked before, and not kept.
    const isLasting =
      made.whyNot === undefined && Date.now() < made.until && !this.clock.changed(made.tags, asOf);
    if (!isLasting) return { made, kept: undefined };
    const encoding = asked === "gzip" ? "gzip" : "br";
    const kept: KeptPage = {
      status: made.status,
      link: made.link && this.#named(made.link),
      // Of what there is. Names of nothing are without number, and would stay here for good.
      tags: made.status === 200 ? made.tags.map((tag) => this.#named(tag)) : made.tags,
      until: made.until,
      asOf,
      digest: contentVersion(made.text),
      forms: { [encoding]: encoded(made.text, encoding) },
      sent: 0,
    };
    this.#storeOf(kept).set(key, kept);
    return { made, kept };
  }

  #storeOf = ({ status }: KeptPage) => (status === 200 ? this.#pages : this.#missing);

  #named(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    this.#names.set(text, text);
    return text;
  }

  /** A page's bytes in an encoding. Compressed ones are kept with it; the plain text, which few ask for, is not. */
  form(key: string, page: KeptPage, encoding: Encoding): Buffer {
    const ready = page.forms[encoding];
    if (ready) {
      if (encoding === "br" && ++page.sent === WORTH_MORE) void this.#improve(key, page, ready);
      return ready;
    }
    const [from, bytes] = Object.entries(page.forms)[0] as [Encoding, Buffer];
    const text = decoded(bytes, from);
    if (encoding === "identity") return text;
    const form = encoded(text, encoding);
    this.#setForm(key, page, encoding, form);
    return form;
  }

  #setForm(key: string, page: KeptPage, encoding: Encoding, form: Buffer): void {
    page.forms[encoding] = form;
    const store = this.#storeOf(page);
    // The store counts a page when it is put in, and not again while it is the same one.
    if (store.peek(key) !== page) return;
    store.delete(key);
    store.set(key, page);
  }

  /** Makes the form of a page that many read smaller, one page after another; while too many wait, the next reader of this one asks again. */
  async #improve(key: string, page: KeptPage, form: Buffer): Promise<void> {
    if (this.#improving.size >= MOST_IMPROVING) {
      page.sent = 0;
      return;
    }
    this.#improving.add(page);
    const turn = this.#improved.then(async () => {
      if (this.find(key) === page) this.#setForm(key, page, "br", await smaller(form));
    });
    this.#improved = turn.catch((error: Error) => console.error(`${key}: ${error.message}`));
    await this.#improved;
    this.#improving.delete(page);
  }
}
