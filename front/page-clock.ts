import { changedSince } from "@/server/page/versions";

/** How old what is known of changes in other processes may be, in milliseconds. */
const FRESH_MS = 250;

/**
 * What this process knows of changes of public pages: the number of the last one, and for each tag the number of the
 * last that it had a part in. It is asked before a kept page is sent, and not kept up by a timer, which a busy
 * process would run too late.
 */
export class PageClock {
  /** The number of the last change that is known. */
  now = 0;
  readonly #versions = new Map<string, number>();
  #lookedAt = Number.NEGATIVE_INFINITY;
  #isDue = true;
  #looking: Promise<boolean> | undefined;

  constructor(private readonly read: typeof changedSince = changedSince) {}

  /** To be called when a change was made in this process: nothing is sent before it is read. */
  readonly notice = (): void => {
    this.#isDue = true;
  };

  /** True where all is known that may be asked for; else a promise of it, false where the database cannot be asked. */
  upToDate(): true | Promise<boolean> {
    const isFresh = !this.#isDue && performance.now() - this.#lookedAt < FRESH_MS;
    // While it is being read, what is known may be old, and whoever asks waits with the one who asked first.
    if (isFresh && !this.#looking) return true;
    this.#looking ??= Promise.resolve().then(() => this.#look());
    return this.#looking;
  }

  async #look(): Promise<boolean> {
    try {
      do {
        this.#isDue = false;
        const began = performance.now();
        const { tags, version } = await this.read(this.now);
        for (const [tag, at] of tags) this.#versions.set(tag, at);
        this.now = version;
        this.#lookedAt = began;
        // A change that was made meanwhile may not have been seen.
      } while (this.#isDue);
      return true;
    } catch (error) {
      this.#isDue = true;
      console.error(`Changes of pages cannot be read: ${(error as Error).message}`);
      return false;
    } finally {
      // In one step with the last question whether it is due: a change after that finds no look under way.
      this.#looking = undefined;
    }
  }

  /** Whether any of these changed after the change of this number. */
  changed(tags: readonly string[], since: number): boolean {
    return this.now !== since && tags.some((tag) => (this.#versions.get(tag) ?? 0) > since);
  }
}
