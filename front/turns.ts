/**
 * Kinds of work that make an answer anew, the one served first: what a person does (applying, posting, signing in, and
 * the pages for it), public pages that will be kept for all, and what is made for one reader (searches, open data).
 */
export type Work = "deed" | "fill" | "search";

const order: readonly Work[] = ["deed", "fill", "search"];

type Waiting = { begin(): void; giveUp(): void };

export type TurnLimits = {
  /** How much is made at once. One processor makes them all, so that more would only make each take longer. */
  atOnce: number;
  /** How many of these places are for this kind alone. */
  reserved: Readonly<Record<Work, number>>;
  /** How many may wait, and for how long at most, in milliseconds. */
  waiting: Readonly<Record<Work, number>>;
  patience: Readonly<Record<Work, number>>;
};

const usualLimits: TurnLimits = {
  atOnce: 4,
  reserved: { deed: 1, fill: 1, search: 0 },
  waiting: { deed: 200, fill: 60, search: 60 },
  patience: { deed: 10_000, fill: 2_000, search: 5_000 },
};

/** Lets a bounded amount of work run at once, and refuses early what would wait too long: half an answer helps nobody. */
export class Turns {
  readonly #running: Record<Work, number> = { deed: 0, fill: 0, search: 0 };
  readonly #waiting: Record<Work, Set<Waiting>> = { deed: new Set(), fill: new Set(), search: new Set() };

  /** `breathe` is waited for between two pieces of work. */
  constructor(
    private readonly limits: TurnLimits = usualLimits,
    private readonly breathe: () => Promise<unknown> = () => new Promise(setImmediate),
  ) {}

  /** Runs `work` in its turn, and gives its value; undefined where there is no turn for it, or `isGone` once it has one. */
  async run<T>(
    kind: Work,
    work: () => Promise<T>,
    isGone: () => boolean = () => false,
  ): Promise<T | undefined> {
    if (!(await this.#turn(kind))) return undefined;
    try {
      return isGone() ? undefined : await work();
    } finally {
      // What has come in meanwhile goes first: answers that are ready go out between two that are made.
      void this.breathe().then(() => {
        this.#running[kind]--;
        this.#next();
      });
    }
  }

  #turn(kind: Work): Promise<boolean> {
    if (this.#waiting[kind].size === 0 && this.#hasPlace(kind)) {
      this.#running[kind]++;
      return Promise.resolve(true);
    }
    if (this.#waiting[kind].size >= this.limits.waiting[kind]) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        begin: () => {
          clearTimeout(timer);
          this.#waiting[kind].delete(waiting);
          this.#running[kind]++;
          resolve(true);
        },
        giveUp: () => {
          this.#waiting[kind].delete(waiting);
          resolve(false);
        },
      };
      const timer = setTimeout(waiting.giveUp, this.limits.patience[kind]);
      this.#waiting[kind].add(waiting);
    });
  }

  #next(): void {
    for (const kind of order)
      for (const waiting of this.#waiting[kind]) {
        if (!this.#hasPlace(kind)) break;
        waiting.begin();
      }
  }

  /** Whether there is a place that is not kept free for another kind. */
  #hasPlace(kind: Work): boolean {
    const { atOnce, reserved } = this.limits;
    const taken = order.reduce(
      (sum, other) =>
        sum + (other === kind ? this.#running[other] : Math.max(this.#running[other], reserved[other])),
      0,
    );
    return taken < atOnce;
  }
}
