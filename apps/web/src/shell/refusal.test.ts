import { i18n } from '@lingui/core';
import { Refused, Unreachable } from '@timegrove/contract/client.ts';
import type { Refusal } from '@timegrove/contract/errors.ts';
import { signUp } from '@timegrove/contract/session.ts';
import { beforeAll, expect, test } from 'vitest';
import { fit, Unfit } from './fit.ts';
import { fieldErrors, sentenceOf } from './refusal.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

function refused(refusal: Partial<Refusal>): Refused {
  return new Refused(422, {
    code: 'input-invalid',
    message: 'body.email: must be an e-mail address',
    requestId: 'r-1',
    ...refusal,
  });
}

test('a wrong input is told at its field, without the name of the field', () => {
  const error = refused({ field: 'body.email', details: { reason: 'must be an e-mail address' } });
  expect(fieldErrors(error)).toEqual({ email: 'Must be an e-mail address.' });
});

test('a rule about one field is told there with its own sentence', () => {
  const message = 'The password needs at least 10 characters.';
  expect(fieldErrors(refused({ code: 'password-too-short', message }))).toEqual({
    password: message,
  });
});

test('a rule about no field is left to the form', () => {
  const message = 'E-mail and password do not match.';
  const error = refused({ code: 'sign-in-refused', message });
  expect(fieldErrors(error)).toEqual({});
  expect(sentenceOf(error)).toBe(message);
});

test('a lost connection is told as such, and a fault of our own without its inner words', () => {
  expect(sentenceOf(new Unreachable('The server cannot be reached at the moment.'))).toBe(
    'The server cannot be reached at the moment.',
  );
  expect(sentenceOf(new TypeError('x is undefined'))).not.toContain('undefined');
});

test('every field that does not fit is told at once', () => {
  const typed = { accountName: ' ', name: '', email: 'ida', password: 'p', zone: 'Europe/Berlin' };
  const wrong = () => fit(signUp.body, typed);
  expect(wrong).toThrow(Unfit);
  try {
    wrong();
  } catch (error) {
    expect(fieldErrors(error)).toEqual({
      accountName: 'Must not be empty.',
      name: 'Must not be empty.',
      email: 'Must be an e-mail address.',
    });
  }
});

test('what fits is given back as it was typed', () => {
  const typed = {
    accountName: 'Moss',
    name: 'Ida',
    email: 'ida@moss.example',
    password: 'p',
    zone: 'Europe/Berlin',
  };
  expect(fit(signUp.body, typed)).toBe(typed);
});
