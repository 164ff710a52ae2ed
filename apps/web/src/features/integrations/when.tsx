import { useLingui } from '@lingui/react/macro';

/** A moment in the reader's own zone and way of writing. */
export function When({ at }: { readonly at: string }) {
  const { i18n } = useLingui();
  return (
    <time dateTime={at} className="numbers">
      {i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
