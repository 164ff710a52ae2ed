import { labelOf, type TaskSource } from '@timegrove/ui/task-picker/picked-task.ts';
import { openLine } from '../line.ts';
import {
  windowHears,
  windowPort,
  type WindowHears,
  type WindowSays,
  type WindowState,
} from '../window-messages.ts';

type Found = Extract<WindowHears, { readonly hear: 'found' }>;
type Question = Extract<WindowSays, { readonly say: 'find' | 'look-below' }>;

/** What a window has of the background. */
export interface Background {
  /** Null until the background has said for the first time how things are. */
  readonly state: () => WindowState | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly say: (message: WindowSays) => void;
  readonly tasks: TaskSource;
}

/** Opens the line to the background, which stands as long as the window does. */
export function openBackground(): Background {
  let state: WindowState | null = null;
  const listeners = new Set<() => void>();
  const asked = makeAsked((message) => line.say(message));
  const line = openLine({
    name: windowPort,
    opened: (say) => asked.askAgain(say),
    hear: (message) => {
      const heard = windowHears.safeParse(message);
      if (!heard.success) return;
      if (heard.data.hear === 'found') return asked.take(heard.data);
      state = heard.data.state;
      for (const listener of listeners) listener();
    },
  });
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say: (message) => line.say(message),
    tasks: asked.tasks,
  };
}

/** The questions for tasks that are not answered yet; a background that was ended is asked again. */
function makeAsked(say: (message: WindowSays) => void) {
  const open = new Map<number, { question: Question; readonly take: (found: Found) => void }>();
  let last = 0;
  const ask = async (questionOf: (number: number) => Question) => {
    last += 1;
    const question = questionOf(last);
    const { tasks, favourites, more, reason } = await new Promise<Found>((take) => {
      open.set(question.number, { question, take });
      say(question);
    });
    if (tasks === null) throw new Error(reason);
    return { tasks, favourites, more };
  };
  const find = async (query: string) => ask((number) => ({ say: 'find', number, query }));
  const tasks: TaskSource = {
    favourites: () => find('').then((found) => found.tasks.slice(0, found.favourites)),
    recent: () => find('').then((found) => found.tasks.slice(found.favourites)),
    search: (query) => find(query).then((found) => found.tasks),
    below: (task) => ask((number) => ({ say: 'look-below', number, task: labelOf(task) })),
  };
  return {
    tasks,
    take: (found: Found): void => {
      open.get(found.number)?.take(found);
      open.delete(found.number);
    },
    askAgain: (again: (message: WindowSays) => void): void => {
      for (const { question } of open.values()) again(question);
    },
  };
}
