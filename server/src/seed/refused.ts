/** Why demo data cannot be written here: a code, and words for the operator. */
export class SeedRefused extends Error {}
