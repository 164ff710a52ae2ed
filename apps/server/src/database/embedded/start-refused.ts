/** The start cannot go on for a reason that a person can mend; the message is that one sentence. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The code of a system error such as ENOENT, or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The sentence for a full disk, which several programs report in their own words. */
export function diskFull(dataFolder: string): StartRefused {
  return new StartRefused(
    `The disk that holds the data folder ${dataFolder} is full. Make room on it and start again.`,
  );
}

/** Whether the words of a PostgreSQL program mean a full disk. */
export function speaksOfFullDisk(words: string): boolean {
  return /No space left on device|Check free disk space|Disk quota exceeded|: wrote only \d+ of/.test(
    words,
  );
}

/** The sentence for a place that may not be written to. */
export function noRight(place: string, cause: unknown): StartRefused {
  return new StartRefused(
    `Timegrove has no right to write to ${place}. Grant it, or set TIMEGROVE_DATA to another folder.`,
    { cause },
  );
}

/** Turns what a file system or a program launch can refuse into one sentence; anything else comes back as it was. */
export function asRefusal(error: unknown, dataFolder: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(dataFolder);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return noRight(whereOf(error, dataFolder), error);
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartRefused(
        `${whereOf(error, dataFolder)} is in the way, a folder is needed there. ` +
          'Move it, or set TIMEGROVE_DATA to another folder.',
        { cause: error },
      );
    case undefined:
    default:
      return error;
  }
}

function whereOf(error: unknown, dataFolder: string): string {
  if (!(error instanceof Error) || !('path' in error)) return dataFolder;
  return typeof error.path === 'string' ? error.path : dataFolder;
}
