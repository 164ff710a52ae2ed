import { Anchor, Skeleton, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { languages } from '@timegrove/domain/people/language.ts';
import { Notice } from '../../shell/notice.tsx';
import { Page } from '../../shell/page.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { useProvider } from '../integrations/queries.ts';
import { HelpArticle } from './help-article.tsx';
import './help.css';
import { providerHelpQuery } from './queries.ts';

/** How the integration of one vendor is enabled, used and disabled. */
export function ProviderHelpScreen() {
  const { t, i18n } = useLingui();
  const { provider } = useParams({ from: '/signed-in/help/$provider' });
  const language = languages.find((one) => one === i18n.locale) ?? 'en';
  const help = useQuery(providerHelpQuery(provider, language));
  const name = useProvider(provider)?.name;
  return (
    <Page title={name === undefined ? t`Help` : t`Help: ${name}`} hint={<BackLink />}>
      {help.isError && <Notice kind="danger">{sentenceOf(help.error)}</Notice>}
      {help.isPending && <Waiting />}
      {help.data && <HelpArticle {...help.data} />}
    </Page>
  );
}

function BackLink() {
  return (
    <Anchor underline="always" component={Link} to="/help" size="sm" className="help-back">
      <IconArrowLeft size={14} aria-hidden /> <Trans>All help</Trans>
    </Anchor>
  );
}

function Waiting() {
  return (
    <Stack gap="md" maw="42rem" aria-busy>
      <Skeleton height={22} width="40%" />
      <Skeleton height={72} />
      <Skeleton height={72} width="80%" />
    </Stack>
  );
}
