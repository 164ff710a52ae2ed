import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../shell/notice.tsx';
import type { Problem } from './read-invitees.ts';

const mostShown = 10;

/** Says by line what of a list cannot be used; nothing where all can. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const more = problems.length - mostShown;
  return (
    <Notice kind="warning">
      <ul className="invite-problems">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.line} ${problem.text}`}>
            <Line problem={problem} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <Trans>and {more} more</Trans>
          </li>
        )}
      </ul>
    </Notice>
  );
}

function Line({ problem: { line, what, text } }: { readonly problem: Problem }) {
  switch (what) {
    case 'address':
      return (
        <Trans>
          Line {line}: “{text}” is no e-mail address.
        </Trans>
      );
    case 'no-address':
      return (
        <Trans>
          Line {line}: there is no e-mail address in “{text}”.
        </Trans>
      );
    case 'role':
      return (
        <Trans>
          Line {line}: “{text}” is no role. Roles are administrator, supervisor and user.
        </Trans>
      );
    case 'twice':
      return (
        <Trans>
          Line {line}: {text} stands here twice.
        </Trans>
      );
  }
}
