import { statusOf, type Refusal } from '@timegrove/contract/errors.ts';
import { DomainError, type RuleCode, type RuleDetails } from '@timegrove/domain/rule.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers every failure: rules with their code and sentence, all else without inner detail. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof DomainError) return refuse(request, reply, error.code, error.details);
    const rejected = rejectedByFastify(error);
    if (rejected !== undefined) return refuse(request, reply, 'input-invalid', rejected);
    request.log.error({ err: error }, 'unexpected failure');
    return reply.code(500).send({
      code: 'internal',
      message: `Something went wrong on the server. Request ${request.id} has the details in its log.`,
      requestId: request.id,
    } satisfies Refusal);
  });
}

/** Sends the refusal of one rule. */
export async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  code: RuleCode,
  details: RuleDetails = {},
): Promise<FastifyReply> {
  const { message } = new DomainError(code, details);
  const field = code === 'input-invalid' ? String(details.field) : undefined;
  if (code === 'too-many-tries' || code === 'force-too-often') {
    reply.header('retry-after', String(details.seconds ?? 60));
  }
  return reply.code(statusOf[code]).send({
    code,
    message,
    ...(field !== undefined && { field }),
    details: { ...details },
    requestId: request.id,
  } satisfies Refusal);
}

/** A body that is too large, cut off or not JSON never reaches the door. */
function rejectedByFastify(error: unknown): RuleDetails | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const status = Number(error.statusCode);
  return status >= 400 && status < 500 ? { field: 'body', reason: error.message } : undefined;
}
