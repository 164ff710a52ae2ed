import type { MailWords } from './mail-words.ts';

/** What mails say in English. */
export const en: MailWords = {
  invitation: ({ inviter, account }) => ({
    subject: `${inviter} invites you to ${account} on Timegrove`,
    paragraphs: [
      `${inviter} would like to track time together with you in ${account}.`,
      'Choose a name and a password, and you are in. The link works for fourteen days.',
    ],
    button: 'Join the team',
  }),
  newPassword: ({ name }) => ({
    subject: 'A new password for Timegrove',
    paragraphs: [
      `Hello ${name},`,
      'somebody asked for a new password for your account, hopefully you. The link works once, within one hour.',
      'If it was not you, there is nothing to do: your password stays as it is.',
    ],
    button: 'Choose a new password',
  }),
  credentialRefused: ({ vendor, reason, reenables }) => ({
    subject: `${vendor} no longer accepts the credential`,
    paragraphs: [
      `${vendor} refused the credential: ${reason}`,
      'The synchronization has stopped. All imported tasks and all tracked time stay as they are.',
      reenables === 'by-unlinking'
        ? `To go on, unlink ${vendor} in its settings and enable it again.`
        : 'Give a new credential in the settings of the integration to go on.',
    ],
    button: 'Open the settings',
  }),
  sentBy: (url) => `Sent by Timegrove at ${url}`,
  orOpen: 'Or open this address:',
};
