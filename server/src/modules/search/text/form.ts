/** How terms are made. Raise it with every change of documentTerms, hashOf or pack: the index is then rebuilt beside. */
export const textForm = 2
