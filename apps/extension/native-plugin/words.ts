/** All that a button says, in three languages; what it says besides comes behind the name Timegrove. */
export const words: Readonly<Record<string, readonly string[]>> = {
  start: ['Start timer', 'Timer starten', 'Uruchom stoper'],
  stop: ['Stop tracking', 'Timer stoppen', 'Zatrzymaj stoper'],
  waiting: ['please allow', 'bitte erlauben', 'proszę zezwolić'],
  known: [''],
  unknown: ['not imported yet', 'nicht importiert', 'brak importu'],
  archived: ['archived', 'archiviert', 'zarchiwizowane'],
  'not-assigned': ['not assigned', 'nicht zugewiesen', 'brak przypisania'],
  'no-integration': ['no integration', 'keine Integration', 'brak integracji'],
  several: ['unclear', 'unklar', 'niejasne'],
  away: ['cannot be reached', 'nicht erreichbar', 'brak połączenia'],
  refused: ['refused', 'abgelehnt', 'odrzucono'],
  revoked: ['disconnected', 'getrennt', 'odłączono'],
};

/** Says a word in the language of the page, else of the browser, else in English; a sentence as it is. */
export function say(word: string): string {
  const language = document.documentElement.lang || navigator.language;
  const said = words[word] ?? [word];
  return said[['de', 'pl'].indexOf(language.slice(0, 2)) + 1] ?? said[0] ?? '';
}
