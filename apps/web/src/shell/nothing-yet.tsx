import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import './nothing-yet.css';

interface NothingYetProps {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  /** What to do next. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** An empty state: says what is empty and what to do next. */
export function NothingYet({ icon, title, children, action }: NothingYetProps) {
  return (
    <div className="nothing-yet">
      <div className="nothing-yet-icon" aria-hidden="true">
        {icon}
      </div>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" size="sm" maw="26rem">
        {children}
      </Text>
      {action}
    </div>
  );
}
