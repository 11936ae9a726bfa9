import { useQuery } from '@tanstack/react-query'
import { Activity, Bookmark, PenLine, Settings, Tags } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApi } from '../../app/means.ts'
import { usePlaces } from '../../app/places.ts'
import { useMe } from '../../app/session.ts'
import { KindIcon } from '../../ui/kind-chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { useLocale } from '../../words/words.tsx'
import { boardsQuery } from '../community/queries.ts'
import { useWords } from './words.ts'

/** Every place on one page: what the rail is on a desk, the boards, and what is one's own. */
export function Component() {
  const t = useWords()
  const locale = useLocale()
  const me = useMe()
  const { data: boards } = useQuery(boardsQuery(useApi()))
  return (
    <Page title={t('places')} crumbs={[]}>
      <div className="page-head">
        <div>
          <h1>{t('places')}</h1>
          <p>{t('places-lead')}</p>
        </div>
      </div>
      <Tiles>
        {usePlaces()
          .filter(({ path }) => path !== '/')
          .map(({ path, label, icon: Icon, hue }) => (
            <Tile key={path} to={path} label={label[locale]} icon={<Icon />} hue={hue} />
          ))}
        <Tile to="/tags" label={t('tags')} icon={<Tags />} hue="community" />
      </Tiles>
      {boards && boards.items.length > 0 && (
        <section className="mt-8">
          <h2 className="h-sec">{t('boards')}</h2>
          <ul className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
            {boards.items.map(({ id, slug, kind, name, nameEn, about, aboutEn }) => (
              <li key={id} className="border-b border-line">
                <Link className="flex items-center gap-3 py-3 hover:text-brand-ink" to={`/boards/${slug}`}>
                  <KindIcon kind={kind} />
                  <span className="min-w-0">
                    <b className="block font-semibold">{(locale === 'en' && nameEn) || name}</b>
                    <span className="clip block text-13 text-ink-3">{(locale === 'en' && aboutEn) || about}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {me && (
        <section className="mt-8">
          <h2 className="h-sec">{t('mine')}</h2>
          <Tiles>
            <Tile to="/bookmarks" label={t('bookmarks')} icon={<Bookmark />} hue="learning" />
            <Tile to="/drafts" label={t('drafts')} icon={<PenLine />} hue="races" />
            <Tile to="/settings" label={t('settings')} icon={<Settings />} hue="ops" />
            {me.roles.includes('admin') && <Tile to="/console" label={t('console')} icon={<Activity />} hue="ops" />}
          </Tiles>
        </section>
      )}
    </Page>
  )
}

const Tiles = ({ children }: { children: ReactNode }) => (
  <ul className="grid grid-cols-2 gap-3 md:grid-cols-4">{children}</ul>
)

function Tile({ to, label, icon, hue }: { to: string; label: string; icon: ReactNode; hue: string }) {
  return (
    <li>
      <Link className="card hoverable flex h-full items-center gap-3 p-3 font-semibold" to={to} data-hue={hue}>
        <span className="nico" data-hue={hue}>
          {icon}
        </span>
        {label}
      </Link>
    </li>
  )
}
