import babel from '@lingui/cli/api/extractors/babel';
import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { languages } from '@timegrove/domain/people/language.ts';
import { ruleExtractor } from './rule-extractor.ts';

const tests = ['**/*.test.ts', '**/*.test.tsx'];

export default defineConfig({
  sourceLocale: 'en',
  locales: [...languages],
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}',
      include: [
        '<rootDir>/src',
        '<rootDir>/../../packages/ui/src',
        '<rootDir>/../../packages/domain/src/rule.ts',
      ],
      exclude: [...tests, '**/in-page/**'],
    },
    // Apart, so that a vendor's page is not burdened with the texts of the other windows.
    {
      path: '<rootDir>/src/in-page/locales/{locale}',
      include: ['<rootDir>/src/in-page'],
      exclude: tests,
    },
  ],
  extractors: [ruleExtractor, babel],
  // Line numbers would change the catalogue with every edit above a message.
  format: formatter({ lineNumbers: false }),
});
