/** The keys that do something on every screen; of two, the second is pressed after the first. */
export const appKeys = {
  'choose-task': ['T'],
  'start-or-stop': ['S'],
  'add-time': ['N'],
  'go-timesheet': ['G', 'T'],
  'go-projects': ['G', 'P'],
  'go-people': ['G', 'E'],
  'go-integrations': ['G', 'I'],
  'show-keys': ['?'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AppKey = keyof typeof appKeys;
