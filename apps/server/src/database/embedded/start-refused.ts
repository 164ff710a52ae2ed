/** The start cannot go on for a reason that a person can mend; the message is that one sentence. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The code of a system error such as ENOENT, or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Turns what a file system or a program launch can refuse into one sentence; anything else comes back as it was. */
export function asRefusal(error: unknown, dataFolder: string): unknown {
  const sentence = sentenceFor(errorCode(error) ?? '', whereOf(error, dataFolder), dataFolder);
  return sentence === null ? error : new StartRefused(sentence, { cause: error });
}

function whereOf(error: unknown, dataFolder: string): string {
  if (!(error instanceof Error) || !('path' in error)) return dataFolder;
  return typeof error.path === 'string' ? error.path : dataFolder;
}

function sentenceFor(code: string, where: string, dataFolder: string): string | null {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds the data folder ${dataFolder} is full. Make room on it and start again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Timegrove has no right to write to ${where}. Grant it, or set TIMEGROVE_DATA to another folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${where} is in the way, a folder is needed there. Move it, or set TIMEGROVE_DATA to another folder.`;
    default:
      return null;
  }
}
