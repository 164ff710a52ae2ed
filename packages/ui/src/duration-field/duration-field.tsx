import { useLingui } from '@lingui/react/macro';
import { formatDuration, parseDuration } from '@timegrove/domain/time/duration.ts';
import { TypedField } from '../typed-field/typed-field.tsx';

interface DurationFieldProps {
  readonly label: string;
  /** Milliseconds; null shows an empty field. */
  readonly value: number | null;
  readonly onChange: (duration: number) => void;
  readonly disabled?: boolean;
}

/** A length of time as people type it; says while typing what it understands. */
export function DurationField({ value, onChange, ...field }: DurationFieldProps) {
  const { t } = useLingui();
  return (
    <TypedField
      {...field}
      text={value === null ? '' : formatDuration(value)}
      parse={parseDuration}
      onTake={onChange}
      echo={(duration) => formatDuration(duration, 'words')}
      unclear={t`Type a duration like 1:30, 1.5 or 45m.`}
    />
  );
}
