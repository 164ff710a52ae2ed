import { expect, test } from 'vitest';
import { strangerOf } from './stranger.ts';

const own = 'https://time.example';
const tool = 'https://tool.example';

test.each([
  ['nobody is told of', '', tool, null],
  ['the page itself', 'https://tool.example/tasks/5', tool, null],
  ['a screen of our own, as after signing in', 'https://time.example/connect', tool, null],
  ['another page', 'https://evil.example/', tool, 'https://evil.example'],
  ['the same host by other means', 'http://tool.example/', tool, 'http://tool.example'],
  [
    'the same host on another port',
    'https://tool.example:8443/',
    tool,
    'https://tool.example:8443',
  ],
  ['a page, to an app that is none', 'https://evil.example/', null, 'https://evil.example'],
  ['an app on a phone, whose word is no page', 'android-app://com.mail/', null, null],
])('who has led here: %s', (_, referrer, asking, stranger) => {
  expect(strangerOf(referrer, own, asking)).toBe(stranger);
});
