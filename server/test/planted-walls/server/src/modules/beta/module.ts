export const betaModule = 1
