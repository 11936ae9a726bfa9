import { josa as withJosa } from './josa.ts'
import { bytes as bytesOf, count as countOf, type Locale } from './numbers.ts'

// Named in catalogues: {name, josa, 이/가}, {n, count}, {size, bytes}.
export const josa = (value: unknown, _locale: string, pair: string | null) => withJosa(String(value), pair ?? '이/가')
export const count = (value: unknown, locale: string) => countOf(Number(value), locale as Locale)
export const bytes = (value: unknown) => bytesOf(Number(value))
