import { UnstyledButton } from '@mantine/core';
import { Plural } from '@lingui/react/macro';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { summarizeTask } from '@timegrove/contract/tasks.ts';
import { useState } from 'react';
import { useLengthText } from '../../../session/use-length-text.ts';

type Members = Output<typeof summarizeTask>['members'];

/** How many are shown before one asks for all. */
const few = 5;

/** Who has time on a branch, most first. */
export function PeopleTimes({ members }: { readonly members: Members }) {
  const lengthText = useLengthText();
  const [all, setAll] = useState(false);
  const most = members[0]?.total ?? 0;
  return (
    <>
      <ul className="people-times numbers">
        {members.slice(0, all ? members.length : few).map(({ memberId, name, total }) => (
          <li key={memberId}>
            <bdi>{name}</bdi>
            <span className="people-share" aria-hidden="true">
              <span style={{ width: `${most === 0 ? 0 : (total / most) * 100}%` }} />
            </span>
            <span>{lengthText(total * 1000)}</span>
          </li>
        ))}
      </ul>
      {!all && members.length > few && (
        <UnstyledButton className="quiet-more" onClick={() => setAll(true)}>
          <Plural value={members.length - few} one="# person more" other="# people more" />
        </UnstyledButton>
      )}
    </>
  );
}
