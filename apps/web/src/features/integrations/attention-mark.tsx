import { VisuallyHidden } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from './queries.ts';
import { needsSomebody } from './stage.ts';
import './attention-mark.css';

/** A dot beside the way to the integrations while one of them waits for an administrator (rule 9). */
export function AttentionMark() {
  const { t } = useLingui();
  const { data } = useQuery(integrationsQuery);
  if (data?.integrations.some(needsSomebody) !== true) return null;
  const words = t`Needs your attention`;
  return (
    <span className="attention-mark" title={words}>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
