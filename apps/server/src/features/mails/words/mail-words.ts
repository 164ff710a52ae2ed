import type { Language } from '@timegrove/domain/people/language.ts';
import type { Provider } from '@timegrove/domain/provider.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';

/** What one mail says, before the address of its button is known. */
export interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button: string;
}

/** Everything that mails say, in one language. A sentence that a language lacks does not compile. */
export interface MailWords {
  invitation(told: { readonly inviter: string; readonly account: string }): LetterWords;
  newPassword(told: { readonly name: string }): LetterWords;
  /** `reason` is the vendor's own, so it stays as the vendor says it. */
  credentialRefused(told: {
    readonly vendor: string;
    readonly reason: string;
    readonly reenables: Provider['reenables'];
  }): LetterWords;
  sentBy(url: string): string;
  readonly orOpen: string;
}

/** The one place of the words of mails. */
export const mailWords: Readonly<Record<Language, MailWords>> = { en, de, pl };
