import type { Item } from './item.ts';
import type { OutboxStore } from './store.ts';

const pause = 20;
const staleWait = 2000;

/** What {@link Landed} needs of its surroundings. */
interface LandedOptions {
  readonly store: OutboxStore;
  /** Asks the server anew for what is shown. @returns false when those answers did not come */
  readonly refresh: () => Promise<boolean>;
  readonly changed: () => void;
}

/**
 * What the server has got, while older answers of it may still be shown: it stays laid over them
 * until newer ones are there, which are asked for until they come. Till then it also stays kept, for
 * a program that begins with those older answers.
 */
export class Landed {
  readonly #options: LandedOptions;
  #items: readonly Item[] = [];
  #asking: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(options: LandedOptions) {
    this.#options = options;
  }

  items(): readonly Item[] {
    return this.#items;
  }

  has({ seq }: Item): boolean {
    return this.#items.some((item) => item.seq === seq);
  }

  add(item: Item): void {
    this.#items = [...this.#items, item];
    this.askSoon();
  }

  /** Asks for newer answers; several in a row ask but once. */
  askSoon(wait = pause): void {
    clearTimeout(this.#asking);
    if (!this.#ended) this.#asking = setTimeout(() => void this.#ask(), wait);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#asking);
  }

  async #ask(): Promise<void> {
    const [shown, asking] = [this.#items, this.#asking];
    if (await this.#options.refresh()) {
      await this.#forget(shown);
      this.#items = this.#items.filter((item) => !shown.includes(item));
      this.#options.changed();
    } else if (this.#asking === asking) {
      this.askSoon(staleWait);
    }
  }

  async #forget(shown: readonly Item[]): Promise<void> {
    try {
      for (const { seq } of shown) await this.#options.store.remove(seq);
    } catch {
      // What stays kept is laid over newer answers once more, which changes nothing.
    }
  }
}
