const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
// what XML 1.0 §2.2 leaves out: a feed with one of these is read by nobody
const refused = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text as it stands in an element or attribute of XML. */
export const escapeXml = (text: string): string =>
  text.replace(refused, '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')

export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n'
