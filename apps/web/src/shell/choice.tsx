import { useId } from 'react';
import './choice.css';

interface ChoiceProps<Value extends string> {
  /** What is chosen. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  readonly className?: string;
  readonly 'data-focus'?: string;
}

/**
 * One of a few that stand side by side. Nothing glides between them, for that has to be measured each
 * time a screen opens, before it can be shown.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChoose, className = '', ...rest } = props;
  const name = useId();
  return (
    <div {...rest} className={`choice ${className}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
