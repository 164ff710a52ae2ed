import { Anchor, Title } from '@mantine/core';
import type { HelpBlock } from '@timegrove/contract/integrations.ts';
import { Notice } from '../../shell/notice.tsx';
import { piecesOf, type Piece } from './rich-text.ts';

/** One block of a help page. */
export function HelpBlockView({ block }: { readonly block: HelpBlock }) {
  switch (block.type) {
    case 'heading':
      return <Title order={3}>{block.text}</Title>;
    case 'text':
      return (
        <p>
          <RichText text={block.text} />
        </p>
      );
    case 'note':
      return (
        <Notice kind="hint">
          <RichText text={block.text} />
        </Notice>
      );
    case 'list':
      return (
        <ul>
          <Items items={block.items} />
        </ul>
      );
    case 'steps':
      return (
        <ol start={block.from}>
          <Items items={block.items} />
        </ol>
      );
    case 'picture':
      return <Picture picture={block} />;
  }
}

function Items({ items }: { readonly items: readonly string[] }) {
  return items.map((item) => (
    <li key={item}>
      <RichText text={item} />
    </li>
  ));
}

/** A picture as wide as the page; the link shows it in its own size, which a phone needs. */
function Picture({ picture }: { readonly picture: HelpBlock & { readonly type: 'picture' } }) {
  const { url, alt, width, height } = picture;
  return (
    <a className="help-picture" href={url} target="_blank" rel="noreferrer">
      <img src={url} alt={alt} width={width} height={height} loading="lazy" />
    </a>
  );
}

function RichText({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, at) => <PieceView key={at} piece={piece} />);
}

function PieceView({ piece }: { readonly piece: Piece }) {
  if (piece.type !== 'link') {
    return piece.type === 'strong' ? <strong>{piece.words}</strong> : piece.words;
  }
  return (
    <Anchor underline="always" inherit href={piece.url} target="_blank" rel="noreferrer">
      {piece.words}
    </Anchor>
  );
}
