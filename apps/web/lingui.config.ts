import babel from '@lingui/cli/api/extractors/babel';
import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { languages } from '@timegrove/domain/people/language.ts';
import { ruleExtractor, sayingExtractor } from './rule-extractor.ts';

export default defineConfig({
  sourceLocale: 'en',
  locales: [...languages],
  // A text that is not translated yet is shown in English; the test of the catalogues finds it.
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
  extractors: [ruleExtractor, sayingExtractor, babel],
  // Line numbers would change the catalogue with every edit above a message.
  format: formatter({ lineNumbers: false }),
});
