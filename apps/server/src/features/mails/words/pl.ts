import type { MailWords } from './mail-words.ts';

/** What mails say in Polish. */
export const pl: MailWords = {
  invitation: ({ inviter, account }) => ({
    subject: `${inviter} zaprasza do ${account} w Timegrove`,
    paragraphs: [
      `${inviter} zaprasza do wspólnego rejestrowania czasu w ${account}.`,
      'Wystarczy wybrać imię i nazwisko oraz hasło. Link jest ważny przez czternaście dni.',
    ],
    button: 'Dołącz do zespołu',
  }),
  newPassword: ({ name }) => ({
    subject: 'Nowe hasło do Timegrove',
    paragraphs: [
      `Dzień dobry, ${name},`,
      'ktoś poprosił o nowe hasło do tego konta – mamy nadzieję, że to Ty. Link działa raz, w ciągu godziny.',
      'Jeśli to pomyłka, nie trzeba nic robić: hasło pozostaje bez zmian.',
    ],
    button: 'Wybierz nowe hasło',
  }),
  credentialRefused: ({ vendor, reason, reenables }) => ({
    subject: `${vendor} nie przyjmuje już danych dostępowych`,
    paragraphs: [
      `${vendor} odrzuca dane dostępowe: ${reason}`,
      'Synchronizacja została wstrzymana. Wszystkie zaimportowane zadania i cały zarejestrowany czas pozostają bez zmian.',
      reenables === 'by-unlinking'
        ? `Aby ją wznowić, proszę odłączyć integrację ${vendor} w jej ustawieniach i włączyć ją ponownie.`
        : 'Aby ją wznowić, proszę podać nowe dane dostępowe w ustawieniach integracji.',
    ],
    button: 'Otwórz ustawienia',
  }),
  sentBy: (url) => `Wysłane przez Timegrove pod adresem ${url}`,
  orOpen: 'Albo proszę otworzyć ten adres:',
};
