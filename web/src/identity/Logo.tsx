/** A school desk with an open book on it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="15" fill="#1a6fd6" />
      <path d="M32 21c-4-3-9-4-15-3.5v12c6-.5 11 .5 15 3.5 4-3 9-4 15-3.5v-12c-6-.5-11 .5-15 3.5z" fill="#fff" />
      <path d="M32 21v12" stroke="#1a6fd6" strokeWidth="2" strokeLinecap="round" />
      <path d="M11 37h42l2 6H9z" fill="#ffd166" />
      <path d="M15 43l-3 11M49 43l3 11" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
