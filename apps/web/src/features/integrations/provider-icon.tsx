import { useProvider } from './queries.ts';

interface ProviderIconProps {
  readonly provider: string;
  readonly size: number;
}

/** A vendor's own icon. */
export function ProviderIcon({ provider, size }: ProviderIconProps) {
  const known = useProvider(provider);
  return (
    <img
      className="provider-icon"
      src={known?.iconUrl ?? `/api/providers/${encodeURIComponent(provider)}/icon`}
      alt={known?.name ?? ''}
      title={known?.name}
      width={size}
      height={size}
    />
  );
}
