import { spawnSync } from 'node:child_process';
import { install, mayInstall } from './apt.mjs';
import { refuse } from './refuse.mjs';

const alone = '--no-install-recommends';

/** What is needed, how it shows that it is there, and what brings it on Debian. */
const toBuild = [
  { shows: ['cargo', '--version'], brings: ['cargo-web'] },
  { shows: ['cc', '--version'], brings: ['gcc', 'libc6-dev'] },
  library('webkit2gtk-4.1', 'libwebkit2gtk-4.1-dev'),
  library('ayatana-appindicator3-0.1', 'libayatana-appindicator3-dev'),
  library('librsvg-2.0', 'librsvg2-dev'),
  library('openssl', 'libssl-dev'),
  library('dbus-1', 'libdbus-1-dev'),
];
const toTest = [
  { shows: ['which', 'Xvfb'], brings: ['xvfb'] },
  { shows: ['which', 'openbox'], brings: ['openbox'] },
  { shows: ['which', 'xdotool'], brings: ['xdotool'] },
  { shows: ['which', 'xprop'], brings: ['x11-utils'] },
  { shows: ['which', 'dbus-daemon', 'dbus-send'], brings: ['dbus'] },
  { shows: ['which', 'openssl'], brings: ['openssl'] },
  { shows: ['which', 'gnome-keyring-daemon'], brings: ['gnome-keyring'] },
  { shows: ['/usr/bin/python3', '-c', 'import dbus, gi'], brings: ['python3-dbus', 'python3-gi'] },
];
/** Rust's own checks; some systems bring the compiler alone. */
const toJudge = [
  { shows: ['cargo', 'fmt', '--version'], brings: ['rustfmt-web'] },
  { shows: ['cargo', 'clippy', '--version'], brings: ['rust-web-clippy'] },
];

/** Ends with a sentence unless the desktop app can be built here. */
export function ensureBuildTools() {
  ensure(toBuild, 'build the desktop app');
}

/** Ends with a sentence unless the desktop app can be built and tried here. */
export function ensureTestTools() {
  ensure([...toBuild, ...toTest], 'test the desktop app');
  const absent = missing(toJudge);
  if (absent.length > 0 && mayInstall()) install([alone, ...absent]);
}

/** Whether a program shows that it is there. */
export function isThere(...shows) {
  return spawnSync(shows[0], shows.slice(1)).status === 0;
}

function ensure(needed, purpose) {
  const absent = missing(needed);
  if (absent.length === 0) return;
  const sentence = `To ${purpose}, these packages are missing: ${absent.join(', ')}.`;
  if (!mayInstall()) refuse(sentence);
  console.log(`Installing ${absent.join(', ')} …`);
  const reason = install([alone, ...absent]);
  if (missing(needed).length > 0) refuse(reason === null ? sentence : `${sentence} (${reason})`);
}

function missing(needed) {
  return needed.filter(({ shows }) => !isThere(...shows)).flatMap(({ brings }) => brings);
}

function library(name, brings) {
  return { shows: ['pkg-config', '--exists', name], brings: [brings, 'pkg-config'] };
}
