/** Makes an element with these properties and contents. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...contents);
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

/** Draws a sign of one path, 14 units wide. */
export function drawSign(path: string): SVGElement {
  const sign = document.createElementNS(svg, 'svg');
  for (const [name, value] of [
    ['width', '14'],
    ['height', '14'],
    ['viewBox', '0 0 14 14'],
    ['fill', 'currentColor'],
    ['aria-hidden', 'true'],
  ] as const)
    sign.setAttribute(name, value);
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  sign.append(line);
  return sign;
}
