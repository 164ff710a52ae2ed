import type { MailWords } from './mail-words.ts';

/** What mails say in German. */
export const de: MailWords = {
  invitation: ({ inviter, account }) => ({
    subject: `${inviter} lädt Sie zu ${account} auf Timegrove ein`,
    paragraphs: [
      `${inviter} möchte gemeinsam mit Ihnen in ${account} Zeit erfassen.`,
      'Wählen Sie einen Namen und ein Passwort, und Sie sind dabei. Der Link gilt vierzehn Tage.',
    ],
    button: 'Dem Team beitreten',
  }),
  newPassword: ({ name }) => ({
    subject: 'Ein neues Passwort für Timegrove',
    paragraphs: [
      `Guten Tag, ${name},`,
      'jemand hat ein neues Passwort für Ihr Konto angefordert, hoffentlich Sie. Der Link gilt einmal, innerhalb einer Stunde.',
      'Wenn Sie es nicht waren, ist nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    ],
    button: 'Neues Passwort wählen',
  }),
  credentialRefused: ({ vendor, reason, reenables }) => ({
    subject: `${vendor} nimmt die Zugangsdaten nicht mehr an`,
    paragraphs: [
      `${vendor} hat die Zugangsdaten abgelehnt: ${reason}`,
      'Die Synchronisierung ist angehalten. Alle importierten Aufgaben und alle erfasste Zeit bleiben, wie sie sind.',
      reenables === 'by-unlinking'
        ? `Damit es weitergeht, trennen Sie ${vendor} in den Einstellungen und aktivieren Sie die Integration wieder.`
        : 'Damit es weitergeht, geben Sie in den Einstellungen der Integration neue Zugangsdaten ein.',
    ],
    button: 'Einstellungen öffnen',
  }),
  sentBy: (url) => `Gesendet von Timegrove unter ${url}`,
  orOpen: 'Oder öffnen Sie diese Adresse:',
};
