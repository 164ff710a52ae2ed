import { browser } from '../browser.ts';

const systems: Readonly<Record<string, string>> = {
  mac: 'macOS',
  win: 'Windows',
  linux: 'Linux',
  cros: 'ChromeOS',
  android: 'Android',
};

/** What this browser calls itself in the list of connections, e.g. `Firefox on Linux`. */
export async function ownName(): Promise<string> {
  const { os } = await browser.runtime.getPlatformInfo();
  return `${browserName(navigator.userAgent)} on ${systems[os] ?? os}`;
}

// Each of these names itself beside those that it is like.
function browserName(userAgent: string): string {
  const known = ['Firefox', 'Edg', 'OPR', 'Vivaldi', 'Chrome'];
  const name = known.find((one) => userAgent.includes(`${one}/`)) ?? 'Browser';
  return { Edg: 'Edge', OPR: 'Opera' }[name] ?? name;
}
