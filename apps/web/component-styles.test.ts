import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stylesFor } from './component-styles.ts';

const esm = dirname(fileURLToPath(import.meta.resolve('@mantine/core'))).replace(/cjs$/, 'esm');
const components = globSync(`${esm}/**/*.module.mjs`);

describe('the styles of a component', () => {
  it('begin with those of the components it is made of', () => {
    expect(stylesFor(`${esm}/components/Modal/Modal.module.mjs`)).toEqual([
      'ScrollArea',
      'UnstyledButton',
      'Paper',
      'Overlay',
      'CloseButton',
      'ModalBase',
      'Modal',
    ]);
  });

  it('are there for every component', () => {
    expect(components.length).toBeGreaterThan(90);
    for (const component of components) expect(stylesFor(component)).not.toContain('');
  });
});
