import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provideBinaries, type Binaries } from './binaries.ts';
import { copyBinaries } from './copy-binaries.ts';
import { layoutOf, type Layout } from './layout.ts';
import { canEnter, type RunAs } from './unprivileged.ts';

const self: RunAs = { kind: 'self' };
const stranger: RunAs = { kind: 'other', uid: 54_321, gid: 54_321, name: 'stranger' };

let folder = '';
let layout: Layout;
let installed: Binaries;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tg-copy-'));
  chmodSync(folder, 0o711);
  layout = layoutOf(folder);
  mkdirSync(layout.home);
  installed = await provideBinaries(layout, self);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a copy of the PostgreSQL programs', () => {
  it('lies in the data folder, open to everyone, and lacks nothing', async () => {
    const copy = await copyBinaries(installed, layout, self);
    expect(copy.startsWith(layout.home)).toBe(true);
    expect(canEnter(join(copy, 'bin', 'postgres'), stranger)).toBe(true);
  });

  it('is made once, and again when a file is missing', async () => {
    const copy = await copyBinaries(installed, layout, self);
    rmSync(join(copy, 'share', 'postgresql', 'postgres.bki'));
    expect(await copyBinaries(installed, layout, self)).toBe(copy);
    const kept = execFileSync('ls', [join(copy, 'share', 'postgresql')], { encoding: 'utf8' });
    expect(kept).toContain('postgres.bki');
  });

  it('is not run from a folder that others may write to', async () => {
    const copy = await copyBinaries(installed, layout, self);
    chmodSync(join(copy, '..'), 0o777);
    await expect(copyBinaries(installed, layout, self)).rejects.toThrow(
      /Remove it and start again/,
    );
  });

  it('goes to the temporary folder where the data folder is closed to the user', async () => {
    chmodSync(folder, 0o700);
    const copy = await copyBinaries(installed, layout, stranger);
    expect(copy.startsWith(folder)).toBe(false);
    expect(canEnter(join(copy, 'bin', 'postgres'), stranger)).toBe(true);
    rmSync(join(copy, '..'), { recursive: true });
  });
});
