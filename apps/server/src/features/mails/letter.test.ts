import { expect, test } from 'vitest';
import { renderLetter } from './letter.ts';

const url = 'https://time.example.org';

test('a letter says the same as text and as HTML', () => {
  const { subject, text, html } = renderLetter(
    {
      language: 'en',
      subject: 'Hello',
      paragraphs: ['First.', 'Second.'],
      button: { text: 'Open', url: `${url}/x?a=1&b=2` },
    },
    url,
  );
  expect(subject).toBe('Hello');
  expect(text).toBe(
    `First.\n\nSecond.\n\nOpen:\n${url}/x?a=1&b=2\n\n--\nSent by Timegrove at ${url}`,
  );
  expect(html).toContain(`href="${url}/x?a=1&amp;b=2"`);
  expect(html).toContain('>First.</p>');
  expect(html).not.toMatch(/src=|@import|url\(/);
});

test('names cannot break out: no markup, no line break, no reversed text', () => {
  const name = 'Eve"><script>\r\nBcc: all@example.org\u2028\u202E\u0000';
  const { subject, text, html } = renderLetter(
    { language: 'en', subject: `${name} invites you`, paragraphs: [`${name} writes.`] },
    url,
  );
  expect(subject).toBe('Eve"><script> Bcc: all@example.org invites you');
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
  expect(html).not.toContain('<script>');
  expect(html).toContain('Eve&quot;&gt;&lt;script&gt; Bcc: all@example.org writes.');
  expect(text.split('\n')[0]).toBe('Eve"><script> Bcc: all@example.org writes.');
});

test('names of any script stay as they are', () => {
  const name = 'می‌خواهم 👩‍💻 Łukasz';
  expect(renderLetter({ language: 'en', subject: name, paragraphs: [] }, url).subject).toBe(name);
});

test('a subject has an end', () => {
  const { subject } = renderLetter(
    { language: 'en', subject: 'x'.repeat(2000), paragraphs: [] },
    url,
  );
  expect(subject).toHaveLength(300);
});
