import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { delayOf } from './stage/delay.ts';
import { kept } from './stage/offline.ts';
import { demo, signIn } from './stage/sign-in.ts';
import { pick, pickerOf, startButton, stopButton, timerBar } from './stage/timer-bar.ts';
import { useStage } from './stage/use-stage.ts';

const stage = useStage('filled');

function elapsedIn(page: Page): Promise<string> {
  return timerBar(page).locator('time').innerText();
}

describe('two windows of one member', () => {
  it('show a start and a stop of each other within a second', async () => {
    const one = await stage.window();
    await signIn(one, stage.url, demo.user);
    const other = await stage.another(one);
    await other.goto(stage.url);
    await startButton(other).waitFor();
    const delays: Record<'start' | 'stop', number[]> = { start: [], stop: [] };
    for (const round of [1, 2, 3, 4, 5]) {
      const [here, there] = round % 2 === 1 ? [one, other] : [other, one];
      delays.start.push(await delayOf(startButton(here), there, 'Stop'));
      delays.stop.push(await delayOf(stopButton(there), here, 'Start'));
    }
    console.log('ms until the other window shows it:', delays);
    for (const delay of [...delays.start, ...delays.stop]) expect(delay).toBeLessThan(1000);
  });

  it('show the same task, the same note and the same elapsed time', async () => {
    const one = await stage.window();
    await signIn(one, stage.url, demo.administrator);
    const other = await stage.another(one);
    await other.goto(stage.url);
    await pick(one, 'Weekly planning');
    await timerBar(one).getByLabel('Note').fill('Plan the week 🌱');
    await startButton(one).click();
    await stopButton(other).waitFor();
    expect(await pickerOf(other).innerText()).toContain('Weekly planning');
    await expect
      .poll(() => timerBar(other).getByLabel('Note').inputValue())
      .toBe('Plan the week 🌱');
    await expect
      .poll(async () => {
        const [here, there] = await Promise.all([elapsedIn(one), elapsedIn(other)]);
        return here === there && here > '0:00:01';
      })
      .toBe(true);
    await stopButton(other).click();
    await startButton(one).waitFor();
  });

  it('of two members show nothing of each other', async () => {
    const [mine, theirs] = [await stage.window(), await stage.window()];
    await signIn(mine, stage.url, demo.user);
    await signIn(theirs, stage.url, demo.supervisor);
    await startButton(mine).click();
    await stopButton(mine).waitFor();
    const again = await stage.another(theirs);
    await again.goto(stage.url);
    await startButton(again).waitFor();
    expect(await startButton(theirs).isVisible()).toBe(true);
    await stopButton(mine).click();
  });

  it('in which the news were cut off shows afterwards what happened meanwhile', async () => {
    const one = await stage.window();
    await signIn(one, stage.url, demo.user);
    const other = await stage.another(one);
    await other.goto(stage.url);
    await startButton(other).waitFor();
    stage.expectAnswer(other, { status: 0, path: '/' });
    await kept(other);
    await other.context().setOffline(true);
    await startButton(one).click();
    await stopButton(one).waitFor();
    expect(await startButton(other).isVisible()).toBe(true);
    await other.context().setOffline(false);
    await stopButton(other).waitFor();
    await stopButton(other).click();
    await startButton(one).waitFor();
  });
});
