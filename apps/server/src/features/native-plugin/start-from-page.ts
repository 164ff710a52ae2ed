import type { ItemState } from '@timegrove/contract/items.ts';
import type { startFromPage as endpoint } from '@timegrove/contract/native-plugin.ts';
import type { TaskId } from '@timegrove/domain/id.ts';
import { DomainError, type RuleCode } from '@timegrove/domain/rule.ts';
import { providerName } from '../../house.ts';
import type { Verb } from '../../http/bind.ts';
import type { Desk } from '../../http/desk.ts';
import { startTimer } from '../timers/start-timer.ts';
import { look, type Subject } from './look.ts';

/** Starts a timer on what the page is about, within what the member may. */
export const startFromPage: Verb<typeof endpoint> = async (desk, { body }) => {
  const { id, zone, ...subject } = body;
  const taskId = await findTask(desk, subject);
  const start = { id, taskId, zone, note: subject.note, tagIds: [] };
  await startTimer(desk, { params: {}, query: {}, body: start });
  return (await look(desk, subject)).state;
};

function lacking(state: ItemState): RuleCode {
  if (state === 'several') return 'item-several';
  return state === 'unknown' ? 'item-unknown' : 'integration-not-active';
}

async function findTask(desk: Desk, subject: Subject): Promise<TaskId | null> {
  const { found } = await look(desk, subject);
  if (found === null) return null;
  if (found.row !== undefined) return found.row.id;
  const provider = providerName(desk.house, subject.provider ?? '');
  throw new DomainError(lacking(found.state), { provider });
}
