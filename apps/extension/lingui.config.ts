import babel from '@lingui/cli/api/extractors/babel';
import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { languages } from '@timegrove/domain/people/language.ts';
import { ruleExtractor } from './rule-extractor.ts';

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
      exclude: ['**/*.test.ts', '**/*.test.tsx'],
    },
  ],
  extractors: [ruleExtractor, babel],
  // Line numbers would change the catalogue with every edit above a message.
  format: formatter({ lineNumbers: false }),
});
