import { useQuery } from '@tanstack/react-query';
import type { TagId } from '@timegrove/domain/id.ts';
import { tagsQuery } from './queries.ts';
import './tags.css';

/** The tags of something by colour and name. */
export function TagNames({ tagIds }: { tagIds: readonly TagId[] }) {
  const tags = useQuery({ ...tagsQuery, enabled: tagIds.length > 0 }).data?.tags ?? [];
  const shown = tags.filter((tag) => tagIds.includes(tag.id));
  if (shown.length === 0) return null;
  return (
    <span className="tag-names">
      {shown.map((tag) => (
        <span key={tag.id} className="tag-name">
          <TagDot color={tag.color} />
          <bdi>{tag.name}</bdi>
        </span>
      ))}
    </span>
  );
}

/** The colour of a tag. */
export function TagDot({ color }: { color: string | null }) {
  return (
    <span
      className="tag-dot"
      aria-hidden="true"
      style={color === null ? undefined : { background: color }}
    />
  );
}
