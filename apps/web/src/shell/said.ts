import { i18n } from '@lingui/core';
import { sayings } from './sayings.ts';

const templates = sayings
  .filter((saying) => saying.includes('{'))
  .map((saying) => ({ id: idOf(saying), shape: shapeOf(saying) }));

/** Says in the reader's language what was said in English; what is not known stays as it is. */
export function said(english: string): string {
  const [, text = english, stop = ''] = /^(.*?)(\.?)$/s.exec(english) ?? [];
  const whole = idOf(text);
  if (whole in i18n.messages) return i18n._(whole) + stop;
  for (const { id, shape } of templates) {
    const parts = id in i18n.messages ? shape.exec(text)?.groups : undefined;
    if (parts !== undefined) return i18n._(id, inside(parts)) + stop;
  }
  return english;
}

function inside(parts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, said(part)]));
}

function idOf(saying: string): string {
  return `said.${saying}`;
}

function shapeOf(saying: string): RegExp {
  const literal = saying.replaceAll(/[.?*+^$()[\]\\|]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`, 's');
}
