/** Tags as typed: parted by spaces or commas, with or without #, each once. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\s,]+/)
      .map((tag) => tag.replace(/^#/, ''))
      .filter(Boolean),
  ),
]
