import { Type } from 'typebox'
import { defineEvent } from '../../kernel/event.ts'

export const indexRebuilt = defineEvent(
  'search.index-rebuilt.v1',
  Type.Object({
    documents: Type.Integer(),
    /** XOR of the documents' SHA-256 digests, hexadecimal. */
    checksum: Type.String(),
  }),
)
export const driftFound = defineEvent(
  'search.drift-found.v1',
  Type.Object({
    missing: Type.Integer(),
    stale: Type.Integer(),
    orphan: Type.Integer(),
    wrongAudience: Type.Integer(),
  }),
)
