import type { CDPSession, Page } from 'playwright-core';
import type { Point } from './calendar.ts';

/** A finger on the screen of a window. */
export interface Finger {
  /** Stays on a place until a long press is one, then draws to another place and lifts. */
  pressAndDrag(from: Point, to: Point): Promise<void>;
  /** Stays on a place until a long press is one, and lifts. */
  press(at: Point): Promise<void>;
  /** Takes hold at once, as of a handle, and draws to another place. */
  drag(from: Point, to: Point): Promise<void>;
}

// The calendar takes 350 ms for a long press.
const longPress = 500;
const steps = 10;

/** Gives a window that has a touch screen a finger, whose touches are those of a real one. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  const stay = async (): Promise<void> => page.waitForTimeout(longPress);
  return {
    pressAndDrag: async (from, to) => {
      await touch(session, 'touchStart', from);
      await stay();
      await move(session, from, to);
      await touch(session, 'touchEnd');
    },
    press: async (at) => {
      await touch(session, 'touchStart', at);
      await stay();
      await touch(session, 'touchEnd');
    },
    drag: async (from, to) => {
      await touch(session, 'touchStart', from);
      await move(session, from, to);
      await touch(session, 'touchEnd');
    },
  };
}

async function move(session: CDPSession, from: Point, to: Point): Promise<void> {
  for (let step = 1; step <= steps; step += 1) {
    const part = step / steps;
    await touch(session, 'touchMove', {
      x: from.x + (to.x - from.x) * part,
      y: from.y + (to.y - from.y) * part,
    });
  }
}

async function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at?: Point,
): Promise<void> {
  const touchPoints = at === undefined ? [] : [{ x: Math.round(at.x), y: Math.round(at.y) }];
  await session.send('Input.dispatchTouchEvent', { type, touchPoints });
}
