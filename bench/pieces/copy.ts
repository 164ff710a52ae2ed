import type { Client, Submittable } from 'pg';

/** The part of a PostgreSQL connection that speaks COPY; the types of `pg` leave it out. */
interface CopyingConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Reads rows with `copy (…) to stdout`, as bytes that `copyIn` takes. */
export async function copyOut(client: Client, statement: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await converse(client, statement, {
    // The driver uses the memory of a chunk again.
    data: (chunk) => void chunks.push(Buffer.from(chunk)),
  });
  return Buffer.concat(chunks);
}

/** Writes rows with `copy … from stdin`. */
export async function copyIn(client: Client, statement: string, rows: Buffer): Promise<void> {
  await converse(client, statement, {
    ready: (connection) => {
      connection.sendCopyFromChunk(rows);
      connection.endCopyFrom();
    },
  });
}

interface Talk {
  readonly data?: (chunk: Buffer) => void;
  readonly ready?: (connection: CopyingConnection) => void;
}

async function converse(client: Client, statement: string, talk: Talk): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const answers = {
      handleCopyInResponse: (connection: CopyingConnection) => talk.ready?.(connection),
      handleCopyData: ({ chunk }: { chunk: Buffer }) => talk.data?.(chunk),
      handleCommandComplete: () => {},
      handleError: reject,
      handleReadyForQuery: resolve,
    };
    const asked: Submittable = { submit: (connection) => connection.query(statement) };
    client.query(Object.assign(asked, answers));
  });
}
