import { useLingui } from '@lingui/react/macro';
import { parseWallTime } from '@timegrove/domain/time/wall-time.ts';
import { TypedField } from '../typed-field/typed-field.tsx';

interface TimeFieldProps {
  readonly label: string;
  /** As `HH:MM`; empty for none yet. */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  readonly disabled?: boolean;
  /** Has the focus when the dialog that it stands in opens. */
  readonly first?: boolean;
}

/** A time of day as people type it: `9`, `905`, `9:05 pm`. */
export function TimeField({ value, onChange, ...field }: TimeFieldProps) {
  const { t } = useLingui();
  return (
    <TypedField
      {...field}
      text={value}
      parse={parseWallTime}
      onTake={onChange}
      unclear={t`Type a time like 9:05.`}
    />
  );
}
