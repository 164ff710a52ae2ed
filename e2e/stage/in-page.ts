import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * The buttons that the extension puts into a page. No script can look into their roots, so they are
 * met as a screen reader meets them, and pressed with the mouse.
 */
export interface InPage {
  /** The names of the extension's buttons in the page. */
  readonly names: () => Promise<readonly string[]>;
  /**
   * Waits until the page has exactly one button of this name.
   * @param why the beginning of what it says of itself; '' while nothing is in its way
   */
  waitFor(name: string, why?: string): Promise<void>;
  /** Waits for the button and presses it. */
  press(name: string): Promise<void>;
  /** Waits until a text with this in it stands in the page, in a button's note perhaps. */
  waitForText(text: string): Promise<void>;
}

interface Named {
  readonly name: string;
  readonly description: string;
  readonly backendNodeId: number | undefined;
}

// A line to the server that was lost is opened again after up to 15 seconds.
const timeout = 20_000;

const own = /^(Start timer|Stop tracking|Stopping…|Synchronize|Choose a task…|Connect…)/;

/** Looks at a page as assistive technology does. */
export async function inPage(page: Page): Promise<InPage> {
  const cdp = await page.context().newCDPSession(page);
  const buttons = async () => (await nodes(cdp, 'button')).filter(({ name }) => own.test(name));
  const named = async (name: string) => (await buttons()).filter((button) => button.name === name);
  const texts = async () => (await nodes(cdp, 'StaticText')).map(({ name }) => name).join('\n');
  const waitFor = async (name: string, why?: string): Promise<void> => {
    await expect.poll(async () => (await named(name)).length, { message: name, timeout }).toBe(1);
    if (why === undefined) return;
    const said = async () => (await named(name))[0]?.description;
    await expect.poll(said, { timeout }).toMatch(why === '' ? /^$/ : new RegExp(`^${why}`));
  };
  return {
    names: async () => (await buttons()).map(({ name }) => name),
    waitFor,
    press: async (name) => {
      await waitFor(name);
      const [button] = await named(name);
      const { x, y } = await middleOf(cdp, button?.backendNodeId);
      await page.mouse.click(x, y);
    },
    waitForText: async (text) => expect.poll(texts).toContain(text),
  };
}

async function nodes(cdp: CDPSession, role: string): Promise<readonly Named[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  return nodes.flatMap((node) => {
    if (node.role?.value !== role) return [];
    const [name, description] = [node.name, node.description].map(wordOf);
    return [
      { name: name ?? '', description: description ?? '', backendNodeId: node.backendDOMNodeId },
    ];
  });
}

function wordOf(said: { readonly value?: unknown } | undefined): string {
  return typeof said?.value === 'string' ? said.value : '';
}

async function middleOf(cdp: CDPSession, backendNodeId: number | undefined) {
  if (backendNodeId === undefined) throw new Error('the button is not in the page');
  await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
