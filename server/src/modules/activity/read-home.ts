import type { Actor } from '../../kernel/actor.ts'
import { sql } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { type SubjectRow, subjectColumns } from '../../platform/subjects/subjects.ts'
import type { InteractionsApi } from '../interactions/index.ts'

/** As many as one live stream takes. */
const mostPlaces = 50

/** The newest subjects of each kind (or variant of one) that the actor may see; comments stand with their subjects. */
export async function readHome(platform: Platform, interactions: InteractionsApi, actor: Actor, limit: number) {
  const { subjects, db } = platform
  const words = await subjects.wordsOf(actor)
  const listed = sql`s.state = 'living' and s.listed and s.kind <> 'comment'`
  const rows = await db.many<SubjectRow>(sql`
    with recursive kinds as (
      select min(coalesce(s.variant, s.kind)) as kind from platform.subjects s where ${listed}
      union all
      select (select min(coalesce(s.variant, s.kind)) from platform.subjects s
        where ${listed} and coalesce(s.variant, s.kind) > kinds.kind)
      from kinds where kinds.kind is not null
    )
    select s.* from kinds cross join lateral (
      select ${subjectColumns} from platform.subjects s
      where ${listed} and coalesce(s.variant, s.kind) = kinds.kind and s.kind = any(${publishedKinds(platform)})
        and ${subjects.seenBy(words)}
      order by s.created_at desc, s.id desc limit ${limit}
    ) s
    where kinds.kind is not null`)
  const cards = await interactions.cards(actor, rows)
  const sections = Map.groupBy(cards, ({ kind, variant }) => variant ?? kind)
  const places = words.flatMap((word) => (word.startsWith('as:') ? [word.slice(3)] : [])).slice(-mostPlaces)
  return { places, sections: [...sections].map(([kind, items]) => ({ kind, items })) }
}

/** Kinds that are news when they are published. */
export const publishedKinds = ({ subjects }: Platform): string[] =>
  subjects.kinds().flatMap(({ kind, published, container }) => (published && !container ? kind : []))

/** Modules whose events may change what is new. */
export const publishers = ({ subjects }: Platform): string[] => [
  ...new Set(subjects.kinds().flatMap(({ published }) => published?.type.split('.')[0] ?? [])),
]
