/** Why an import cannot begin, in words for the operator. */
export class ImportRefused extends Error {}
