import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { integrationsQuery } from '../integrations/queries.ts';
import { needsSomebody } from '../integrations/stage.ts';

/** Says that an integration waits for an administrator (rule 9). */
export function TroubleHint() {
  const { t } = useLingui();
  const { data } = useQuery(integrationsQuery);
  if (data?.integrations.some(needsSomebody) !== true) return null;
  return (
    <section className="desktop-line" aria-label={t`Synchronization`}>
      <span role="alert">
        <Trans>An integration needs your attention.</Trans>
      </span>
    </section>
  );
}
