import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import './notice.css';

const icons = {
  hint: IconInfoCircle,
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconExclamationCircle,
} as const;

interface NoticeProps {
  readonly kind: keyof typeof icons;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons below the words. */
  readonly deeds?: ReactNode;
  /** Read out at once where it appears after something that was asked for. */
  readonly urgent?: boolean;
}

/** Something a person should know, framed in the colour of how much it matters. */
export function Notice({ kind, title, children, deeds, urgent = false }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div className="notice" data-kind={kind} {...(urgent && { role: 'alert' })}>
      <span className="notice-icon">
        <Icon size={18} aria-hidden />
      </span>
      <div className="notice-words">
        {title != null && <span className="notice-title">{title}</span>}
        {children}
        {Boolean(deeds) && <div className="notice-deeds">{deeds}</div>}
      </div>
    </div>
  );
}
