import type { Language } from '@timegrove/domain/people/language.ts';
import { mailWords, type MailWords } from './words/mail-words.ts';

/** What a mail says, before it has a form. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do, if there is one. */
  readonly button?: { readonly text: string; readonly url: string };
}

/** A letter in the two forms that a mail carries. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Renders a letter as text and as HTML. By hand, because the usual renderers want JSX, which Node
 * does not run without a build step. Names of people and accounts are strangers' words: line breaks
 * and control characters in them become spaces, and nothing in them is read as HTML.
 */
export function renderLetter(letter: Letter, publicUrl: string): Rendered {
  const subject = oneLine(letter.subject).slice(0, 300);
  const paragraphs = letter.paragraphs.map(oneLine);
  const words = mailWords[letter.language];
  const footer = words.sentBy(publicUrl);
  const link = letter.button === undefined ? [] : [`${letter.button.text}:\n${letter.button.url}`];
  return {
    subject,
    text: [...paragraphs, ...link, `--\n${footer}`].join('\n\n'),
    html: page(letter, { subject, paragraphs, words, footer }),
  };
}

/** Makes one line of what may hold line breaks, other control characters or reversed text. */
function oneLine(words: string): string {
  return words.replaceAll(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

interface Said extends Pick<Letter, 'subject' | 'paragraphs'> {
  readonly words: MailWords;
  readonly footer: string;
}

function page({ language, button }: Letter, said: Said): string {
  const { subject, paragraphs, words, footer } = said;
  const texts = paragraphs.map(
    (text) => `<p style="margin:0 0 16px;font-size:16px;line-height:1.55">${escape(text)}</p>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f3f5f3;color:#1c211e;${font}">
<table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;margin:0 auto">
<tr><td style="padding:0 4px 16px;font-size:15px;font-weight:600;color:#2c7d4a">Timegrove</td></tr>
<tr><td style="background:#ffffff;border:1px solid #dde2de;border-radius:10px;padding:28px 28px 12px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escape(subject)}</h1>
${texts.join('\n')}
${buttonHtml(button, words)}</td></tr>
<tr><td style="padding:16px 4px;font-size:13px;color:#59625c">${escape(footer)}</td></tr>
</table></body></html>
`;
}

function buttonHtml(button: Letter['button'], { orOpen }: MailWords): string {
  if (button === undefined) return '';
  const url = escape(button.url);
  return `<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#2c7d4a;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escape(button.text)}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:1.5;color:#59625c">${escape(orOpen)}<br><a href="${url}" style="color:#2c7d4a;word-break:break-all">${url}</a></p>
`;
}

function escape(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
