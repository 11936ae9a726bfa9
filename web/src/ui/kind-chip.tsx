import { FileText } from 'lucide-react'
import { subjectKind } from '../app/subject-kinds.ts'
import { useLocale } from '../words/words.tsx'
import { Link } from './link.tsx'

type Props = {
  kind: string
  place?: { title: string; titleEn?: string | null; link: string } | null
  /** The word alone: beside a `KindIcon`, which shows the picture already. */
  bare?: boolean
}

/** What kind of thing a subject is, in its place's hue; or the place by its own name, where it stands in one. */
export function KindChip({ kind, place, bare }: Props) {
  const locale = useLocale()
  const found = subjectKind(kind)
  const Icon = found?.icon ?? FileText
  const look = { className: 'kind', 'data-hue': found?.hue ?? 'ops' }
  if (place)
    return (
      <Link to={place.link} {...look}>
        <Icon />
        {(locale === 'en' && place.titleEn) || place.title}
      </Link>
    )
  return (
    <span {...look}>
      {!bare && <Icon />}
      {found?.label[locale] ?? kind}
    </span>
  )
}

export function KindIcon({ kind }: { kind: string }) {
  const found = subjectKind(kind)
  const Icon = found?.icon ?? FileText
  return (
    <span className="nico" data-hue={found?.hue ?? 'ops'} aria-hidden="true">
      <Icon />
    </span>
  )
}
