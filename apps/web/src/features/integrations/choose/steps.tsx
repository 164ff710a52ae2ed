import { IconCheck } from '@tabler/icons-react';
import './steps.css';

interface StepsProps {
  readonly names: readonly string[];
  /** The step at hand, from 0. */
  readonly at: number;
}

/** Where one stands on a way of a few steps. */
export function Steps({ names, at }: StepsProps) {
  return (
    <ol className="steps">
      {names.map((name, index) => (
        <li
          key={name}
          data-done={index < at || undefined}
          {...(index === at && { 'aria-current': 'step' as const })}
        >
          <span className="steps-sign numbers" aria-hidden="true">
            {index < at ? <IconCheck size={14} stroke={3} /> : index + 1}
          </span>
          <span className="steps-name">{name}</span>
        </li>
      ))}
    </ol>
  );
}
