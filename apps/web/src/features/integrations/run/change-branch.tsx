import { changeActions, type ChangeNode } from '../change-tree.ts';
import { useActionWords } from '../run-words.tsx';
import { ChangeBadges } from './change-badges.tsx';
import { Tag } from '../../../shell/tag.tsx';

interface ChangeBranchProps {
  readonly node: ChangeNode;
  readonly level: number;
  /** The vendor's name. */
  readonly vendor: string;
  /** Whether deeper branches stand open at first; the top always does. */
  readonly open: boolean;
}

/** One node of the tree of changes, with what happens below it. */
export function ChangeBranch({ node, level, vendor, open }: ChangeBranchProps) {
  if (node.children.length === 0) {
    return (
      <li className="change-line">
        <ChangeWords node={node} vendor={vendor} />
      </li>
    );
  }
  return (
    <li>
      <details open={open || level === 1}>
        <summary className="change-line">
          <ChangeWords node={node} vendor={vendor} />
          <BranchCounts node={node} />
        </summary>
        <ul>
          {node.children.map((child) => (
            <ChangeBranch
              key={child.key}
              node={child}
              level={level + 1}
              vendor={vendor}
              open={open}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

function ChangeWords({ node, vendor }: Pick<ChangeBranchProps, 'node' | 'vendor'>) {
  const gone = node.changes.some(({ action }) => action === 'archived');
  return (
    <>
      <bdi className="change-name" data-gone={gone || undefined} title={node.name}>
        {node.name}
      </bdi>
      {node.changes.map((change) => (
        <ChangeBadges key={change.action} change={change} vendor={vendor} />
      ))}
    </>
  );
}

/** How much happens below, so that a shut branch hides nothing of weight. */
function BranchCounts({ node }: { readonly node: ChangeNode }) {
  const words = useActionWords();
  const own = new Set(node.changes.map(({ action }) => action));
  return (
    <span className="change-below">
      {changeActions.map((action) => {
        const below = (node.counts[action] ?? 0) - (own.has(action) ? 1 : 0);
        if (below <= 0) return null;
        return (
          <Tag key={action} tone={words[action].tone}>
            {below} {words[action].words}
          </Tag>
        );
      })}
    </span>
  );
}
