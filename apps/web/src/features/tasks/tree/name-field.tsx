import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

interface NameFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly initial: string;
  readonly busy: boolean;
  /** `more`: saved with Enter, so that the next name may follow. */
  readonly onSave: (name: string, more: boolean) => void;
  readonly onCancel: () => void;
}

/** Types a name in place: Enter saves, Escape or leaving it unchanged cancels. */
export function NameField(props: NameFieldProps) {
  const { label, placeholder = '', initial, busy, onSave, onCancel } = props;
  const [name, setName] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  // The field appears because the person asked for it, so it takes the focus.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  function finish(more: boolean): void {
    const typed = name.trim();
    if (typed === '' || typed === initial) onCancel();
    else if (!busy) onSave(typed, more);
  }
  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish(true);
  }
  return (
    <TextInput
      ref={field}
      aria-label={label}
      placeholder={placeholder}
      className="tree-name-field"
      size="xs"
      dir="auto"
      value={name}
      readOnly={busy}
      onChange={(event) => setName(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(false)}
    />
  );
}
