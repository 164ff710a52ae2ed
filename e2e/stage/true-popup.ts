import type { BrowserContext, Page, Worker } from 'playwright-core';
import { z } from 'zod';

const targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), url: z.string() })),
});
const target = z.object({ targetInfo: z.object({ targetId: z.string() }) });
const answer = z.object({
  id: z.literal(1),
  result: z.object({ result: z.object({ value: z.string().optional() }) }),
});

/**
 * Opens the popup below its button, over the page in front, and evaluates an expression in it that
 * gives a text. The browser shows this popup to no one but its own debugger.
 */
export async function inTruePopup(
  context: BrowserContext,
  background: Worker,
  expression: string,
): Promise<string> {
  await background.evaluate(
    `chrome.windows.getLastFocused()
      .then(({ id }) => chrome.windows.update(id, { focused: true }))
      .then(({ id }) => chrome.action.openPopup({ windowId: id }))`,
  );
  return inOpenPopup(context, expression);
}

/** Evaluates an expression that gives a text in the popup that stands open. */
export async function inOpenPopup(context: BrowserContext, expression: string): Promise<string> {
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (cdp === undefined) throw new Error('The browser has no debugger.');
  const { targetInfos } = targets.parse(await cdp.send('Target.getTargets'));
  const tabs = await Promise.all(context.pages().map(async (page) => idOf(context, page)));
  const popup = targetInfos.find(
    ({ targetId, url }) => url.endsWith('/popup.html') && !tabs.includes(targetId),
  );
  if (popup === undefined) throw new Error('No popup has opened.');
  const { targetId } = popup;
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const told = new Promise<string>((resolve) => {
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const parsed = answer.safeParse(JSON.parse(message));
      if (parsed.success) resolve(parsed.data.result.result.value ?? '');
    });
  });
  const params = { expression, awaitPromise: true, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await cdp.send('Target.sendMessageToTarget', { sessionId, message });
  const value = await told;
  await cdp.detach();
  return value;
}

/** The same page in a tab is not the popup. */
async function idOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = target.parse(await session.send('Target.getTargetInfo'));
  await session.detach();
  return targetInfo.targetId;
}
