/** How far a line stands in, by its level from 1. */
export function indent(level: number) {
  return { paddingInlineStart: `${(level - 1) * 1.125}rem` } as const;
}
