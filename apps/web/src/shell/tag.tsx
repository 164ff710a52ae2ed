import type { ReactNode } from 'react';
import './tag.css';

/** What a tag's colour says. */
export type Tone = 'good' | 'busy' | 'moved' | 'warning' | 'danger' | 'quiet';

interface TagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A word or two about how something stands. */
export function Tag({ tone, children }: TagProps) {
  return (
    <span className="tag numbers" data-tone={tone}>
      {children}
    </span>
  );
}
