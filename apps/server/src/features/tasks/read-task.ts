import type { readTask as endpoint } from '@timegrove/contract/tasks.ts';
import type { Verb } from '../../http/bind.ts';
import { answerTask } from './task-view.ts';

/** Shows one task, archived or not. @throws DomainError not-found */
export const readTask: Verb<typeof endpoint> = async (desk, { params }) =>
  answerTask(desk, params.taskId);
