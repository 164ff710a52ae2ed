/**
 * The address of Timegrove, without a slash at the end: where this very script came from, whether a page
 * loads it as a classic script, as a module, or by an import.
 */
export const server = /http\S+?(?=\/native-plugin\.js)/.exec(new Error().stack ?? '')?.[0];
