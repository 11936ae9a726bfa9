/** Only paths of this site: an address from a query may lead anywhere else. */
export function safeNext(next: string | null): string {
  // browsers leave tabs and line ends out of an address: what is a path here could be a host there
  return next && /^\/(?![/\\])[^\p{Cc}]*$/u.test(next) ? next : '/'
}
