const site = 'https://www.meistertask.com/app';

/**
 * Where a person opens a project or task. The token is 8 letters and digits, sent with every project
 * and task [R]; that of a task stands so in many public programs [D], that of a project is inferred [I].
 */
export function addressOf(kind: 'project' | 'task', token: string): string {
  return `${site}/${kind}/${encodeURIComponent(token)}`;
}
