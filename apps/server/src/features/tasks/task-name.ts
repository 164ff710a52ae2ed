import { DomainError } from '@timegrove/domain/rule.ts';
import { cleanName, taskNameLimit } from '@timegrove/domain/tree/task-name.ts';

/** Makes a typed name fit to store. @throws DomainError task-name-needed | task-name-too-long */
export function typedName(raw: string): string {
  const name = cleanName(raw);
  if (name === '') throw new DomainError('task-name-needed');
  if (name.length > taskNameLimit) {
    throw new DomainError('task-name-too-long', { limit: taskNameLimit });
  }
  return name;
}
