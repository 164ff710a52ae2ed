import { Trans } from '@lingui/react/macro';
import { IconArrowMoveRight } from '@tabler/icons-react';
import type { PickedTask } from '@timegrove/ui/task-picker/picked-task.ts';
import { PickTask } from '../pick-task.tsx';

/** A button that opens the list of tasks. */
export function MoveToTask({ onPick }: { onPick: (task: PickedTask | null) => void }) {
  return (
    <PickTask icon={<IconArrowMoveRight size={14} aria-hidden />} onPick={onPick}>
      <Trans>Move to task</Trans>
    </PickTask>
  );
}
