import type { Transporter } from 'nodemailer';

/** One mail, ready to go. */
export interface Outgoing {
  /** Names the mail, so that a receiver can tell a repeated one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The way out for mails. */
export interface Post {
  /** Hands a mail to the mail server. @throws PostFailure */
  send(mail: Outgoing): Promise<void>;
  close(): void;
}

/** The mail server did not take a mail; the message is one sentence without a secret. */
export class PostFailure extends Error {
  override readonly name = 'PostFailure';
}

const patienceMs = 20_000;

/**
 * Opens the way to a mail server, `smtp(s)://user:password@host:port`. The first mail connects, and
 * loads nodemailer.
 */
export function openPost(options: { smtp: string; from: string }): Post {
  let opening: Promise<Transporter> | undefined;
  return {
    send: async ({ id, to, subject, text, html }) => {
      opening ??= connect(options.smtp);
      const transport = await opening;
      try {
        await transport.sendMail({
          from: options.from,
          // An object, so that nothing in the address is read as a list or a header.
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@timegrove>`,
          headers: { 'auto-submitted': 'auto-generated' },
        });
      } catch (error) {
        throw new PostFailure(sentenceOf(error));
      }
    },
    close: () => void opening?.then((transport) => transport.close()),
  };
}

async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

const sentences: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server refused the name or the password in TIMEGROVE_SMTP.',
  ENOAUTH: 'The mail server wants a name and a password in TIMEGROVE_SMTP.',
  EDNS: 'The host name in TIMEGROVE_SMTP is not known.',
  ETLS: 'No safe connection to the mail server came about.',
  EENVELOPE: 'The mail server refused the mail',
  EMESSAGE: 'The mail server refused the mail',
};

/** Our own words: the mail server's could repeat what was sent to it. */
function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const answer = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  const sentence = sentences[code] ?? 'The mail server cannot be reached.';
  return typeof answer === 'number' ? `${sentence.replace(/\.$/, '')} (${answer}).` : sentence;
}
