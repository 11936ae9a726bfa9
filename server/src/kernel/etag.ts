/**
 * Whether `If-None-Match` names this validator: a list, weak or strong alike, or `*` (RFC 9110 §13.1.2). Proxies that
 * compress weaken what they pass on.
 */
export const isNotModified = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((part) => {
    const one = part.trim().replace(/^W\//, '')
    return one === '*' || one === etag.replace(/^W\//, '')
  }) ?? false
