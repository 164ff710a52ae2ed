/** The media query of a phone; the style sheets use the same width. */
export const phone = '(max-width: 47.99em)';
