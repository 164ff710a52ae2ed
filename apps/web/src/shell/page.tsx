import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useArrival } from './arrival.ts';
import './page.css';
import './touch.css';

interface PageProps {
  /** The heading, also the title of the window. */
  readonly title: string;
  /** One quiet line below the heading. */
  readonly hint?: ReactNode;
  /** Buttons at the right of the heading; below it on a phone. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a screen: heading, actions, content. */
export function Page({ title, hint, actions, children }: PageProps) {
  useDocumentTitle(`${title} · Timegrove`);
  useArrival(title);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          <Title order={1}>{title}</Title>
          {hint != null && <p className="page-hint">{hint}</p>}
        </div>
        {actions != null && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
