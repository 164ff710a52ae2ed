import { ColorSwatch, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useColors } from '../../../../shell/use-colors.ts';
import { useTaskDeeds } from '../../use-task-deeds.ts';

/** The colour of a task's dot. */
export function ColorField({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { change } = useTaskDeeds();
  const colors = useColors();
  const choose = (color: string | null) => change.mutate({ taskId: task.id, changes: { color } });
  return (
    <fieldset className="detail-colors">
      <legend>
        <Trans>Colour</Trans>
      </legend>
      <Group gap={6}>
        <button
          type="button"
          className="detail-no-color"
          aria-label={t`no colour`}
          aria-pressed={task.color === null}
          onClick={() => choose(null)}
        />
        {colors.map(({ value, name }) => (
          <ColorSwatch
            key={value}
            component="button"
            type="button"
            color={value}
            size={24}
            className="detail-color"
            aria-label={name}
            title={name}
            aria-pressed={task.color === value}
            onClick={() => choose(value)}
          >
            {task.color === value && <IconCheck size={14} color="white" stroke={3} />}
          </ColorSwatch>
        ))}
      </Group>
    </fieldset>
  );
}
