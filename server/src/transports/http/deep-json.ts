const deepest = 64

/** Whether lists and objects lie so deep in one another that no request of ours could mean it: recursion ends there. */
export const isDeep = (value: unknown, depth = 0): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth >= deepest || Object.values(value).some((inner) => isDeep(inner, depth + 1)))
