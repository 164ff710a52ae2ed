import type { KeyboardEvent } from 'react';

/** How far the focus goes in a table, in rows and columns. */
export interface Step {
  readonly rows: number;
  readonly columns: number;
}

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Whether a text is being typed: then left and right belong to it. */
  readonly typing: boolean;
}

/** Where a key leads as in a spreadsheet; null: nowhere. */
export function stepOf({ key, shiftKey, typing }: Pressed): Step | null {
  if (key === 'Enter') return { rows: shiftKey ? -1 : 1, columns: 0 };
  if (key === 'ArrowUp') return { rows: -1, columns: 0 };
  if (key === 'ArrowDown') return { rows: 1, columns: 0 };
  if (typing) return null;
  if (key === 'ArrowLeft') return { rows: 0, columns: -1 };
  if (key === 'ArrowRight') return { rows: 0, columns: 1 };
  return null;
}

/** Leads from cell to cell by the keys; what is typed counts as soon as it is left. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const { key, shiftKey, currentTarget: control } = event;
  // Enter opens what is a button.
  if (key === 'Enter' && control instanceof HTMLButtonElement) return;
  const step = stepOf({ key, shiftKey, typing: control.dataset['cell'] === 'typing' });
  if (step === null) return;
  event.preventDefault();
  if (moveFocus(control, step)) return;
  // At the edge the focus stays; leaving and coming back takes what was typed.
  control.blur();
  control.focus();
}

/** Puts the focus into another cell of the table; at its edge it stays. @returns whether it went */
function moveFocus(from: Element, { rows, columns }: Step): boolean {
  const cell = from.closest('td');
  const row = cell?.closest('tr');
  const body = row?.closest('tbody');
  if (cell == null || row == null || body == null) return false;
  const next = body.rows[row.sectionRowIndex + rows]?.cells[cell.cellIndex + columns];
  const control = next?.querySelector<HTMLElement>('[data-cell]');
  control?.focus();
  return control != null;
}
