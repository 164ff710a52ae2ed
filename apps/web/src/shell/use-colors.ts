import { useLingui } from '@lingui/react/macro';

/** The colours to choose from, in a reader's words. */
export function useColors(): readonly { readonly value: string; readonly name: string }[] {
  const { t } = useLingui();
  return [
    { value: '#e03131', name: t`red` },
    { value: '#e8590c', name: t`orange` },
    { value: '#f08c00', name: t`yellow` },
    { value: '#2f9e44', name: t`green` },
    { value: '#099268', name: t`teal` },
    { value: '#1971c2', name: t`blue` },
    { value: '#6741d9', name: t`violet` },
    { value: '#c2255c', name: t`pink` },
    { value: '#846358', name: t`brown` },
  ];
}
