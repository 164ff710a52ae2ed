import { Checkbox } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

interface SelectBoxProps {
  /** What is selected, in words. */
  readonly name: string;
  readonly checked: boolean;
  /** @param far with the Shift key: everything from the one touched last */
  readonly onToggle: (far: boolean) => void;
}

/** Selects one line; it shows itself when it is needed. */
export function SelectBox({ name, checked, onToggle }: SelectBoxProps) {
  const { t } = useLingui();
  return (
    <Checkbox
      className="select-box"
      size="xs"
      aria-label={t`Select ${name}`}
      checked={checked}
      onChange={({ nativeEvent }) =>
        onToggle('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
      }
    />
  );
}
