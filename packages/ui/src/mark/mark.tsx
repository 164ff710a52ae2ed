/** Timegrove's mark: a tree whose crown is a clock. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="15" fill="#22653b" />
      <path
        d="M32 38v14M32 46l6-4"
        fill="none"
        stroke="#dcefe2"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <circle cx="32" cy="25" r="14" fill="#dcefe2" />
      <path d="M32 17v8l5 4" fill="none" stroke="#22653b" strokeWidth="3.5" strokeLinecap="round" />
    </svg>
  );
}
