import type { ReactNode } from 'react';

interface StripProps {
  readonly kind: 'hint' | 'done' | 'waits' | 'trouble';
  readonly children: ReactNode;
  /** Buttons below the words. */
  readonly deeds?: ReactNode;
}

/** Something a person should know, in the colour of how much it matters; read out when it appears. */
export function Strip({ kind, children, deeds }: StripProps) {
  return (
    <div className="strip" data-kind={kind} role={kind === 'trouble' ? 'alert' : 'status'}>
      {children}
      {Boolean(deeds) && <div className="strip-deeds">{deeds}</div>}
    </div>
  );
}
