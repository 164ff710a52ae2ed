/** Markup that is safe to put into a page. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: texts are escaped, null and false are nothing. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly Html[];

/** A template for markup; every text put into it is escaped, so that no name becomes code. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = parts.reduce((before, part, at) => before + markupOf(values[at - 1]) + part);
  return { markup };
}

function markupOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
