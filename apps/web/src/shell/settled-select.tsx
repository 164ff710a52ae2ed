import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';

interface SettledSelectProps<Value extends string> extends Omit<
  NativeSelectProps,
  'data' | 'value' | 'onChange'
> {
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onSettle: (value: Value) => void;
}

/**
 * A choice that takes effect at once. The arrow keys go through all that lies between, so by keys it
 * takes effect with Enter or when it is left; Escape takes it back.
 */
export function SettledSelect<Value extends string>(props: SettledSelectProps<Value>) {
  const { value, choices, onSettle, ...look } = props;
  const [held, setHeld] = useState<Value | null>(null);
  const byKey = useRef(false);
  const settle = (): void => {
    if (held !== null && held !== value) onSettle(held);
    setHeld(null);
  };
  const hear = (event: KeyboardEvent): void => {
    byKey.current = true;
    if (event.key === 'Enter') settle();
    if (event.key !== 'Escape' || held === null) return;
    event.stopPropagation();
    setHeld(null);
  };
  return (
    <NativeSelect
      {...look}
      value={held ?? value}
      data={[...choices]}
      onPointerDown={() => (byKey.current = false)}
      onKeyDown={hear}
      onBlur={() => {
        byKey.current = false;
        settle();
      }}
      onChange={(event) => {
        const chosen = choices.find((one) => one.value === event.currentTarget.value)?.value;
        if (chosen === undefined) return;
        if (byKey.current) setHeld(chosen);
        else onSettle(chosen);
      }}
    />
  );
}
