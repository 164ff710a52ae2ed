import { useHotkeys } from '@mantine/hooks';

/** Opens the task picker by `t`, or by Ctrl or ⌘ with `k` also while typing. */
export function usePickerKey(open: () => void): void {
  useHotkeys([['t', open]]);
  useHotkeys([['mod+K', open]], []);
}
