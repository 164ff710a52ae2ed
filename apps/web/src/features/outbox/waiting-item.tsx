import { Button } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ListedItem } from '@timegrove/contract/outbox/contents.ts';
import type { Item } from '@timegrove/contract/outbox/item.ts';
import { regionalLocale } from '../../shell/locale.ts';
import { refusalText } from '../../shell/rule-words.ts';
import { Notice } from '../../shell/notice.tsx';
import { showUndo } from '../../shell/undo.tsx';
import { EntryTimes } from '../entries/entry-times-text.tsx';
import { dayText } from '../entries/day-text.ts';
import { canCorrect, entryOf } from './correction.ts';
import { useOutbox } from './use-outbox.ts';

/** What each deed is called in the list; one that is not named here is a change. */
const names: Readonly<Record<string, MessageDescriptor>> = {
  'start-timer': msg`Start`,
  'stop-timer': msg`Stop`,
  'add-entry': msg`Add`,
  'delete-entry': msg`Delete`,
  'delete-entries': msg`Delete`,
  'undelete-entry': msg`Bring back`,
  'undelete-entries': msg`Bring back`,
  'split-entry': msg`Split`,
  'merge-entries': msg`Merge`,
};

interface WaitingItemProps {
  readonly listed: ListedItem;
  readonly onCorrect: (item: Item) => void;
}

/** One deed that is not with the server yet. */
export function WaitingItem({ listed: { item, standing }, onCorrect }: WaitingItemProps) {
  const { i18n } = useLingui();
  const entry = entryOf(item);
  return (
    <li className="waiting-item">
      <div className="waiting-what">
        {i18n._(names[item.deed] ?? msg`Change`)} ·{' '}
        <bdi>{entry?.task?.name ?? i18n._(msg`No task`)}</bdi>
      </div>
      {entry !== undefined && (
        <div className="waiting-when">
          {dayText(entry.day, regionalLocale(), 'short')} <EntryTimes entry={entry} />
          {entry.note !== '' && <bdi> {entry.note}</bdi>}
        </div>
      )}
      {item.refusal === null ? (
        <div className="waiting-standing">
          <StandingText standing={standing} />
        </div>
      ) : (
        <Notice kind="danger" deeds={<Deeds item={item} onCorrect={onCorrect} />}>
          {refusalText(item.refusal)}
        </Notice>
      )}
    </li>
  );
}

function StandingText({ standing }: Pick<ListedItem, 'standing'>) {
  switch (standing) {
    case 'sending':
      return <Trans>Being sent</Trans>;
    case 'held':
      return <Trans>Waits for what was not accepted above</Trans>;
    case 'waiting':
    case 'set-aside':
      return <Trans>Waits for the server</Trans>;
  }
}

function Deeds({ item, onCorrect }: Pick<WaitingItemProps, 'onCorrect'> & { item: Item }) {
  const { t } = useLingui();
  const outbox = useOutbox();
  const drop = async (): Promise<void> => {
    const dropped = await outbox.drop(item);
    showUndo(t`Dropped`, () => void outbox.restore(dropped));
  };
  return (
    <>
      {canCorrect(item) && (
        <Button size="compact-sm" onClick={() => onCorrect(item)}>
          <Trans>Correct…</Trans>
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => void outbox.retry(item)}>
        <Trans>Try again</Trans>
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void drop()}>
        <Trans>Drop</Trans>
      </Button>
    </>
  );
}
