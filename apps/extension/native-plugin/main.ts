/**
 * The native plugin: a script that any tool can put into its own page, to have a timer of Timegrove
 * there, as `<timegrove-timer provider="…" item="…">` or `<timegrove-timer data-note="…">`.
 */
import { TimerElement } from './timer-element.ts';

if (!customElements.get('timegrove-timer')) customElements.define('timegrove-timer', TimerElement);
