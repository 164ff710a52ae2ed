/** Ends the script with one sentence for a person, and exit code 1. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}
