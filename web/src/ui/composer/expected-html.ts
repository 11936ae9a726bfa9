const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

/** What was written, plainly, until its Markdown is drawn. */
export const expectedHtml = (body: string): string => `<p>${escaped(body)}</p>`
