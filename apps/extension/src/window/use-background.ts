import type { TaskSource } from '@timegrove/ui/task-picker/picked-task.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { WindowSays, WindowState } from '../window-messages.ts';
import type { Background } from './open-background.ts';

/** Gives the parts of a window the background. */
export const BackgroundContext = createContext<Background | null>(null);

interface UsedBackground {
  /** Null until the background has said for the first time how things are. */
  readonly state: WindowState | null;
  readonly say: (message: WindowSays) => void;
  readonly tasks: TaskSource;
}

/** The background as it is now. */
export function useBackground(): UsedBackground {
  const background = useContext(BackgroundContext);
  if (background === null) throw new Error('This part stands outside of a window.');
  const { subscribe, say, tasks } = background;
  return { state: useSyncExternalStore(subscribe, background.state), say, tasks };
}
