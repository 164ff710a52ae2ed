import type { ExtractorType } from '@lingui/conf';
import { rules } from '@timegrove/domain/rule.ts';

/** Puts the sentence of every rule into the catalogues, as `rule.<code>`. */
export const ruleExtractor: ExtractorType = {
  match: (file) => file.endsWith('packages/domain/src/rule.ts'),
  extract: (file, _code, found) => {
    for (const [code, message] of Object.entries(rules)) {
      found({ id: `rule.${code}`, message, origin: [file, 1], placeholders: {} });
    }
  },
};
