import { Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import type { Output } from '@timegrove/contract/endpoint.ts';
import type { readProviderHelp } from '@timegrove/contract/integrations.ts';
import { useEffect } from 'react';
import { HelpBlockView } from './help-block.tsx';
import './help.css';

interface HelpArticleProps {
  readonly parts: Output<typeof readProviderHelp>['parts'];
}

/** A help page: its contents, then part by part. */
export function HelpArticle({ parts }: HelpArticleProps) {
  const { hash } = useLocation();
  // The words came after the address was read, so there was nothing to go to then.
  useEffect(() => {
    document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
  return (
    <div className="help">
      <Contents titles={parts.map(({ title }) => title)} />
      <article className="help-words">
        {parts.map(({ title, blocks }) => (
          <section key={title} aria-labelledby={anchorOf(title)}>
            <Title order={2} id={anchorOf(title)}>
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

function Contents({ titles }: { readonly titles: readonly string[] }) {
  const { t } = useLingui();
  return (
    <nav className="help-contents" aria-label={t`On this page`}>
      <span className="help-contents-title">
        <Trans>On this page</Trans>
      </span>
      {titles.map((title) => (
        <Link key={title} to="." hash={anchorOf(title)} activeOptions={{ includeHash: true }}>
          {title}
        </Link>
      ))}
    </nav>
  );
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(/\W+/g, '-');
}
