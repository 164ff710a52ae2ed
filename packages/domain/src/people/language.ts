/** The languages of the screens. */
export const languages = ['en', 'de', 'pl'] as const;
export type Language = (typeof languages)[number];
