/** ㅁ, the house round a courtyard, its gate open and a lamp inside. */
export function Logo({ className = 'logo' }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M9 20.2H6.6A2.8 2.8 0 0 1 3.8 17.4V6.6a2.8 2.8 0 0 1 2.8-2.8h10.8a2.8 2.8 0 0 1 2.8 2.8v10.8a2.8 2.8 0 0 1-2.8 2.8H15"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <rect className="lamp" x="9.9" y="9.9" width="4.2" height="4.2" rx="1" />
    </svg>
  )
}
