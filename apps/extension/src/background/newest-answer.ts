/**
 * Makes a question of which only the newest answer is taken, however late older ones come in. Who
 * asked before is told when the newest one is there.
 */
export function newestAnswer<Answer>(
  ask: () => Promise<Answer>,
  take: (answer: Answer) => void,
): () => Promise<void> {
  let newest: Promise<void> | undefined;
  return async () => {
    const mine: Promise<void> = ask().then((answer) => (newest === mine ? take(answer) : newest));
    newest = mine;
    return mine;
  };
}
