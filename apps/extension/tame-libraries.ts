import type { Plugin } from 'vite';

interface Taming {
  readonly of: RegExp;
  readonly from: RegExp;
  readonly to: string;
}

const tamings: readonly Taming[] = [
  // zod makes faster parsers of strings where it may; an extension may not.
  {
    of: /\/zod\/v4\/core\/(doc|util)\.js$/,
    from: /const F = Function;/g,
    to: "const F = class { constructor() { throw new EvalError('not in an extension'); } };",
  },
  // Only style elements are given their content so, and to them it is text.
  {
    of: /\/react-dom-client\.production\.js$/,
    from: /domElement\.innerHTML = (?=key|value)/g,
    to: 'domElement.textContent = ',
  },
];

/** Takes out of libraries what the shops of the browsers warn of and nothing here needs. */
export function tameLibraries(): Plugin {
  return {
    name: 'tame-libraries',
    transform(code, id) {
      const taming = tamings.find(({ of }) => of.test(id));
      if (taming === undefined) return null;
      const tamed = code.replaceAll(taming.from, taming.to);
      // A new version looks different: then it has to be looked at anew.
      if (tamed === code) this.error(`Nothing was found to tame in ${id}.`);
      return { code: tamed, map: null };
    },
  };
}
