import { expect, it } from 'vitest';
import { helpTitles, parseHelp } from './read-help.ts';

const [first, ...others] = helpTitles.en;
const whole = (blocks: string) =>
  [`## ${first}`, blocks, ...others.flatMap((title) => [`## ${title}`, 'Words.'])].join('\n\n');

it('reads the parts of a help page and every form of block', () => {
  const [overview, enable] = parseHelp(
    whole(`### More

Press **Save**
and wait.

- one
- two

3. open
4. close

> Take care.

![The form](help/enable.png)`),
  );
  expect(overview).toEqual({
    name: 'overview',
    title: 'Overview',
    blocks: [
      { type: 'heading', text: 'More' },
      { type: 'text', text: 'Press **Save** and wait.' },
      { type: 'list', items: ['one', 'two'] },
      { type: 'steps', from: 3, items: ['open', 'close'] },
      { type: 'note', text: 'Take care.' },
      { type: 'picture', name: 'enable', alt: 'The form' },
    ],
  });
  expect(enable).toEqual({
    name: 'enable',
    title: 'Enable',
    blocks: [{ type: 'text', text: 'Words.' }],
  });
});

it.each([
  ['no part', 'Words.', /begins with “Words.”/],
  ['a part too few', `## ${first}\n\nWords.`, /needed are Overview, Enable/],
  ['a part without words', whole('').replace('\n\n\n', '\n'), /says nothing in “Overview”/],
  ['HTML', whole('<b>bold</b>'), /do not know: “<b>bold<\/b>”/],
  ['a table', whole('| a | b |'), /do not know/],
  ['a list that begins within a text', whole('Words:\n- one'), /do not know/],
  ['a picture from elsewhere', whole('![x](https://a.example/x.png)'), /do not know/],
  ['a picture outside its folder', whole('![x](help/../icon.png)'), /do not know/],
])('refuses a page with %s', (_, text, complaint) => {
  expect(() => parseHelp(text)).toThrow(complaint);
});

it('names the parts of a translated page as the English one does', () => {
  const page = helpTitles.pl.map((title) => `## ${title}\n\nSłowa.`).join('\n\n');
  expect(parseHelp(page, 'pl').map(({ name }) => name)).toEqual([
    'overview',
    'enable',
    'track',
    'disable',
  ]);
  expect(() => parseHelp(page, 'de')).toThrow('help.de.md has the parts Przegląd');
});
