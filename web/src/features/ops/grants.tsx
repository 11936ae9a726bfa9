import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { MemberCard } from '../../api/wire.ts'
import { useApi } from '../../app/means.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useFresh } from '../../ui/fresh.tsx'
import { Link } from '../../ui/link.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { useAct } from '../../ui/use-act.ts'
import { grantsQuery } from './queries.ts'
import type { Role } from './types.ts'
import { useWords } from './words.ts'

const roles = ['moderator', 'admin', 'tutor', 'mentor', 'host'] as const

/** A member's roles, now and before; giving and taking ask for a fresh proof of who does it. */
export function Grants({ member }: { member: MemberCard }) {
  const t = useWords()
  const api = useApi()
  const query = useQueryClient()
  const { fresh, dialog } = useFresh()
  const { busy, run } = useAct()
  const { data: grants } = useQuery(grantsQuery(api, member.id))
  const path = `/api/members/${member.id}/grants` as const
  const again = () => query.invalidateQueries({ queryKey: grantsQuery(api, member.id).queryKey })
  return (
    <section className="grid gap-5" aria-label={member.nickname}>
      <Link className="flex items-center gap-3" to={`/members/${encodeURIComponent(member.nickname)}`}>
        <Avatar of={member} size={48} />
        <b className="text-18 font-semibold">{member.nickname}</b>
      </Link>
      <ul className="card list">
        {grants?.items.map(({ id, role, scope, reason, grantedAt, revokedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-3">
            <span className={revokedAt ? 'tag' : 'tag brand'}>{t(`role-${role}` as 'role-admin')}</span>
            <span className="min-w-0 flex-1 text-13 text-ink-3">
              {scope === 'instance' ? t('everywhere') : scope} · {reason} · <Time at={grantedAt} />
              {revokedAt && ` – ${t('revoked')}`}
            </span>
            {!revokedAt && (
              <Button
                size="sm"
                look="danger-ghost"
                busy={busy === id}
                onClick={() =>
                  void run(id, () => fresh(() => api.delete(`${path}/${id}`)).then(again), t('role-taken'))
                }
              >
                {t('take-role')}
              </Button>
            )}
          </li>
        ))}
        {grants?.items.length === 0 && <li className="px-4 py-3 text-ink-3">{t('no-roles')}</li>}
      </ul>
      <Form
        submit={t('give-role')}
        className="card grid gap-4 p-4"
        onSubmit={async ({ role, reason }, form) => {
          await fresh(() => api.post(path, { role: role as Role, reason, scope: 'instance' }))
          form.reset()
          await again()
          toast(t('role-given'))
        }}
      >
        <Select
          name="role"
          label={t('role')}
          options={roles.map((role) => ({ value: role, label: t(`role-${role}`) }))}
        />
        <Field name="reason" label={t('reason')} required maxLength={300} />
      </Form>
      {dialog}
    </section>
  )
}
