import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { openLine } from '../line.ts';
import type { ItemState, PageSays, pagePort } from '../messages.ts';
import { speak } from './language.ts';
import { createPageButtons } from './page-buttons.ts';
import { vendorAt } from './vendor-pages.ts';
import { watchPage } from './watch-page.ts';

// Only the types of the messages are taken: checking them would double what a page has to load.
const name: typeof pagePort = 'page';

/** Puts timer buttons into a page of a vendor, as long as the page and the extension live. */
export function putButtons(context: ContentScriptContext): void {
  const vendor = vendorAt(location.origin);
  if (vendor === undefined) return;
  speak('en');
  const buttons = createPageButtons(vendor.provider, (message: PageSays) => line.say(message));
  const line = openLine({
    name,
    opened: () => buttons.followAgain(),
    hear: (message) => {
      if (!isState(message)) return;
      speak(message.language);
      buttons.hear(message);
    },
  });
  context.setInterval(() => buttons.tick(Date.now()), 1000);
  context.onInvalidated(() => {
    buttons.remove();
    line.end();
  });
  watchPage(context, () => {
    buttons.placeAt(vendor.page.look(document, new URL(location.href)), Date.now());
  });
}

/** On this line nobody speaks but the background. */
function isState(message: unknown): message is ItemState {
  return typeof message === 'object' && message !== null && 'item' in message;
}
