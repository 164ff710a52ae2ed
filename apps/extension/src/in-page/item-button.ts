import type { Spot } from '@timegrove/providers/kit/page.ts';
import type { ItemState, PageSays } from '../messages.ts';
import { faceOf, type Offer } from './face.ts';
import { watchLoss, type Loss } from './loss.ts';
import { createPatience } from './patience.ts';
import { isAt } from './position.ts';
import { makeTimerButton, type TimerButton } from './timer-button.ts';

/** The item of a vendor, as the page names it. */
interface ItemName {
  readonly provider: string;
  readonly item: string;
}

// A page that takes the button away at once each time is not fought with.
const mostPuts = 20;
const putSpan = 10_000;
// Pages draw their heads late.
const lostAfter = 3000;
const longestSearch = 20_000;
const longestTitle = 500;
const longestAddress = 2000;

/** The button of one item that a page shows, from when it is first seen until it is gone. */
export class ItemButton {
  readonly #name: ItemName;
  readonly #say: (message: PageSays) => void;
  readonly #button: TimerButton;
  readonly #loss: Loss;
  readonly #mayPut = createPatience(mostPuts, putSpan);
  #title = '';
  #state: ItemState | undefined;
  /** Since when the vendors are read anew for this item. */
  #seeking: number | null = null;
  #soughtInVain = false;

  /** @param say says something to the background */
  constructor(name: ItemName, say: (message: PageSays) => void) {
    this.#name = name;
    this.#say = say;
    // A name below something else is one line of many.
    this.#button = makeTimerButton((offer) => this.#take(offer), name.item.includes(' '));
    this.#loss = watchLoss(
      lostAfter,
      () => this.#tellLost(),
      () => say({ say: 'found-place', ...name }),
    );
    this.#draw();
    this.follow();
  }

  /** What is put into the page. */
  get host(): HTMLElement {
    return this.#button.host;
  }

  /** Asks the background to tell of the item, also anew when the background has forgotten it. */
  follow(): void {
    this.#say({ say: 'follow-item', ...this.#name });
  }

  /** The page shows the item now, here or without a place for a button. */
  placeAt({ title, place, where }: Spot, now: number): void {
    if (title.slice(0, longestTitle) !== this.#title) {
      this.#title = title.slice(0, longestTitle);
      this.#draw();
    }
    const { host } = this;
    if (place === null) this.#button.remove();
    else if (!isAt(host, { place, where }) && this.#mayPut(now)) place[where](host);
    if (place !== null && host.isConnected) this.#loss.find();
    else this.#loss.lose(now);
  }

  /** Takes in what the background told of the item. */
  hear(state: ItemState): void {
    this.#state = state;
    if (state.state !== 'unknown' || state.trouble !== null) this.#seek(null);
    this.#draw();
  }

  /** Goes on with the clock, and with what takes time. */
  tick(now: number): void {
    this.#button.tick(now);
    this.#loss.tick(now);
    if (this.#seeking === null || now - this.#seeking < longestSearch) return;
    this.#seek(null, true);
    this.#draw();
  }

  /** The page does not show the item any more. */
  remove(): void {
    this.#button.remove();
    this.#loss.find();
    this.#say({ say: 'unfollow-item', ...this.#name });
  }

  #tellLost(): void {
    const address = location.href.slice(0, longestAddress);
    this.#say({ say: 'lost-place', ...this.#name, title: this.#title, address });
  }

  #draw(): void {
    this.#button.show({
      face: faceOf(this.#state, this.#soughtInVain),
      title: this.#title,
      trouble: this.#state?.trouble ?? null,
      busy: this.#seeking === null ? null : 'synchronize',
    });
  }

  #take(offer: Offer): void {
    const name = this.#name;
    switch (offer.to) {
      case 'start':
        return this.#say({ say: 'start-item', ...name, taskId: offer.taskId, note: '' });
      case 'stop':
        return this.#say({ say: 'stop', ...name });
      case 'connect':
        return this.#say({ say: 'open-options' });
      case 'choose-task':
        return this.#say({ say: 'choose-task', ...name, title: this.#title });
      case 'synchronize':
        this.#seek(Date.now());
        this.#draw();
        return this.#say({ say: 'synchronize', ...name });
    }
  }

  #seek(since: number | null, inVain = false): void {
    this.#seeking = since;
    this.#soughtInVain = inVain;
  }
}
