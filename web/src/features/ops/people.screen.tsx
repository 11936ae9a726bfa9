import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MemberCard } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ConsolePage } from './console-page.tsx'
import { Grants } from './grants.tsx'
import { peopleQuery } from './queries.ts'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const api = useApi()
  const [typed, setTyped] = useState('')
  const [chosen, choose] = useState<MemberCard | null>(null)
  const q = useDeferredValue(typed.trim())
  const { data: people } = useQuery(peopleQuery(api, q))
  const nobody = people?.items.length === 0
  const beside = chosen !== null || (people && !nobody)
  return (
    <ConsolePage tab="people" lead={t('people-lead')}>
      <div className={beside ? 'grid items-start gap-5 md:grid-cols-[280px_minmax(0,1fr)]' : 'grid gap-5'}>
        <div className="grid max-w-70 gap-2 max-md:max-w-none">
          <input
            className="input"
            type="search"
            value={typed}
            maxLength={50}
            aria-label={t('find-member')}
            placeholder={t('find-member')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {people && people.items.length > 0 && (
            <ul className="card list overflow-hidden">
              {people.items.map((member) => (
                <li key={member.id}>
                  <button
                    type="button"
                    className="pick"
                    aria-pressed={member.id === chosen?.id}
                    onClick={() => choose(member)}
                  >
                    <Avatar of={member} />
                    <span className="clip">{member.nickname}</span>
                    {member.status === 'suspended' && <span className="tag warn ml-auto">{t('suspended')}</span>}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
        {chosen ? (
          <Grants key={chosen.id} member={chosen} />
        ) : (
          <EmptyState picture="unfound" heading={nobody ? t('no-member') : t('choose-member')} />
        )}
      </div>
    </ConsolePage>
  )
}
