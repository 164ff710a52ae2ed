import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Mark } from '@timegrove/ui/mark/mark.tsx';
import './visitor-frame.css';

interface VisitorFrameProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  /** Links to the other ways in. */
  readonly foot?: ReactNode;
}

/** The frame of every screen that is seen before signing in. */
export function VisitorFrame({ title, hint, children, foot }: VisitorFrameProps) {
  useDocumentTitle(`${title} · Timegrove`);
  return (
    <main className="visitor">
      <div className="visitor-brand">
        <Mark size={36} />
        <span>Timegrove</span>
      </div>
      <section className="visitor-card">
        <Title order={1}>{title}</Title>
        {hint != null && <p className="visitor-hint">{hint}</p>}
        {children}
      </section>
      {foot != null && <div className="visitor-foot">{foot}</div>}
    </main>
  );
}
