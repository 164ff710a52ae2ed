import { useHotkeys } from '@mantine/hooks';
import { useAppKey } from '../../shell/keys/use-app-key.ts';

/** Opens the task picker by its key, and by Ctrl or ⌘ with `k` also while typing. */
export function usePickerKey(open: () => void): void {
  useAppKey('choose-task', open);
  useHotkeys([['mod+K', open]], []);
}
