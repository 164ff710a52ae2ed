import { TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { readTyped } from './read-typed.ts';
import './typed-field.css';

interface TypedFieldProps<Value> {
  readonly label: string;
  /** How the value is written when nobody is typing. */
  readonly text: string;
  readonly parse: (typed: string) => Value | undefined;
  /** Called when the field is left, or Enter pressed, with something that could be read. */
  readonly onTake: (value: Value) => void;
  /** Says while typing what is understood. */
  readonly echo?: (value: Value) => string;
  /** Says what can be typed, when what is typed cannot be read. */
  readonly unclear: string;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  /** Has the focus when the dialog that it stands in opens. */
  readonly first?: boolean;
}

/** A field for something that people write in many ways: reads it when left, and writes it in one. */
export function TypedField<Value>(props: TypedFieldProps<Value>) {
  const { text, parse, onTake, echo, unclear, error, first, ...field } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const input = useSelectedText(text);
  const reading = readTyped(typed, parse);
  const take = (): void => {
    if (reading.state === 'read') onTake(reading.value);
    if (reading.state !== 'unclear') setTyped(null);
  };
  const echoed = reading.state === 'read' && echo !== undefined ? echo(reading.value) : null;
  return (
    <TextInput
      {...field}
      data-autofocus={first || undefined}
      ref={input}
      className="typed-field"
      autoComplete="off"
      value={typed ?? text}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSectionWidth={echoed === null ? 0 : 92}
      rightSection={echoed !== null && <span className="typed-field-echo">{echoed}</span>}
      error={reading.state === 'unclear' ? unclear : error}
    />
  );
}

/** Keeps the text selected when it is rewritten under the cursor, as when a field before it is left. */
function useSelectedText(text: string) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const field = input.current;
    if (field !== null && field === document.activeElement && field.value === text) field.select();
  }, [text]);
  return input;
}
