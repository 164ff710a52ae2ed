import { follow, leave } from './line.ts';
import { makeButton } from './button.ts';

/** `<timegrove-timer>`: starts and stops the one timer of the member who looks at the page. */
export class TimerElement extends HTMLElement {
  static readonly observedAttributes = ['provider', 'item', 'data-note'];
  readonly #spot = makeButton(this);

  connectedCallback(): void {
    const question: Record<string, string> = {};
    for (const name of TimerElement.observedAttributes) {
      const value = this.getAttribute(name);
      if (value) question[name.replace('data-', '')] = value;
    }
    follow(this.#spot, question);
  }

  disconnectedCallback(): void {
    leave(this.#spot);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.connectedCallback();
  }
}
