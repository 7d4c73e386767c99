/** A trace on a scope: what a vehicle says about itself. */
export function Logo({ withName }: { withName: boolean }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={withName ? '0 0 104 32' : '0 0 32 32'}
      height="32"
      fill="none"
      aria-hidden
    >
      <rect x="1.5" y="1.5" width="29" height="29" rx="8" fill="#1f5fa8" />
      <path
        d="M6 20h4.5l3-9 4.5 13 3.5-10 1.5 6H26"
        stroke="#ffffff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {withName && (
        <text
          x="40"
          y="22.5"
          fill="currentColor"
          fontFamily="system-ui, sans-serif"
          fontSize="19"
          fontWeight="700"
          letterSpacing="1"
        >
          SOVD
        </text>
      )}
    </svg>
  );
}
