import { Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { readProviderHelp } from '@timegrove/contract/integrations.ts';
import { useEffect } from 'react';
import { HelpBlockView } from './help-block.tsx';
import './help.css';

type Help = Output<typeof readProviderHelp>;

/** A help page: its contents, then part by part. */
export function HelpArticle({ language, parts }: Help) {
  const { hash } = useLocation();
  // The words came after the address was read, so there was nothing to go to then.
  useEffect(() => {
    document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <div className="help">
      <Contents parts={parts} />
      <article className="help-words" lang={language}>
        {parts.map(({ name, title, blocks }) => (
          <section key={name} aria-labelledby={name}>
            <Title order={2} id={name}>
              {title}
            </Title>
            {blocks.map((block, at) => (
              <HelpBlockView key={at} block={block} />
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}

function Contents({ parts }: Pick<Help, 'parts'>) {
  const { t } = useLingui();
  return (
    <nav className="help-contents" aria-label={t`On this page`}>
      <span className="help-contents-title">
        <Trans>On this page</Trans>
      </span>
      {parts.map(({ name, title }) => (
        <Link key={name} to="." hash={name} activeOptions={{ includeHash: true }}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
