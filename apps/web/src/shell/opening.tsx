import { Mark } from '@timegrove/ui/mark/mark.tsx';

/** What stands in the page before the app does, for as long as nobody knows who is there. */
export function Opening() {
  return (
    <div className="opening" aria-busy="true">
      <div>
        <Mark size={36} />
        <span>Timegrove</span>
      </div>
    </div>
  );
}
