const address = /\/files\/(fil_[0-9a-hjkmnp-tv-z]{26})\//g

/** Ids of the files that a text shows or links to by their address, each once. */
export const filesIn = (text: string): string[] => [...new Set([...text.matchAll(address)].map(([, id = '']) => id))]
