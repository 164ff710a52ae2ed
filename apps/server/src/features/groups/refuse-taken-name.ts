import { DomainError } from '@timegrove/domain/rule.ts';
import { DatabaseError } from 'pg';

/** Turns the database's word that a name is there already into the rule. @throws DomainError group-name-taken */
export async function refuseTakenName<Row>(name: string, write: () => Promise<Row>): Promise<Row> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'member_group_name') {
      throw new DomainError('group-name-taken', { name });
    }
    throw error;
  }
}
