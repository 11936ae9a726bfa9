/** Search hears of every subject through the platform; other modules ask nothing of it yet. */
export type SearchApi = Record<never, never>
