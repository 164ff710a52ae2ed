import type { refuseConnection as endpoint } from '@timegrove/contract/connections.ts';
import type { Verb } from '../../http/bind.ts';
import { answerRequest, findRequest } from './find-request.ts';

/** Says no: its secret never becomes a token. */
export const refuseConnection: Verb<typeof endpoint> = async (desk, { params }) => {
  const request = await findRequest(desk, params.code, 'to-answer');
  await answerRequest(desk, request, 'refused');
  return {};
};
