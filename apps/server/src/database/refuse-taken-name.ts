import { DomainError } from '@timegrove/domain/rule.ts';
import { DatabaseError } from 'pg';

/** The rule that each unique index over names stands for. */
const ruleOf = { tag_name: 'tag-name-taken', member_group_name: 'group-name-taken' } as const;

/** Turns the database's word that a name is there already into its rule. @throws DomainError */
export async function refuseTakenName<Row>(
  index: keyof typeof ruleOf,
  name: string,
  write: () => Promise<Row>,
): Promise<Row> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === index) {
      throw new DomainError(ruleOf[index], { name });
    }
    throw error;
  }
}
