import type { Actor, Role } from '../kernel/actor.ts'
import type { IdentityApi } from '../modules/identity/index.ts'
import { setupLink } from '../modules/identity/setup-link.ts'
import type { Platform } from '../platform/platform.ts'
import type { Api } from '../process/in-process-api.ts'
import { paintAvatar } from './pictures.ts'
import type { Person } from './plan.ts'
import type { Steps } from './step.ts'

export interface Members {
  join(person: Person): Promise<void>
  tokenOf(person: Person): string
}

export interface MembersOptions {
  platform: Platform
  identity: IdentityApi
  api: Api
  steps: Steps
  password: string
}

const rolesOf: Partial<Record<Person['role'], Role[]>> = { admin: ['admin'], moderator: ['moderator'] }
const taken = 409
const mostOfOneName = 50
const minute = 60_000

/** Has the people sign up as anybody would: form, mailed link, profile. The first of all becomes the administrator. */
export function createMembers({ platform, identity, api, steps, password }: MembersOptions): Members {
  const tokens = new Map<string, string>()
  const nameOf = ({ key }: Person) => `member:${key}`
  const actorAs = (id: string, roles: Role[], locale: Actor['locale']): Actor => ({
    ...{ kind: 'member', id, roles, locale, address: '' },
  })

  const tokenOf = (person: Person) => {
    const token =
      tokens.get(person.key) ??
      api.tokenFor(actorAs(steps.idOf(nameOf(person)), rolesOf[person.role] ?? [], person.locale))
    tokens.set(person.key, token)
    return token
  }

  async function administrator(): Promise<string> {
    const [id] = await identity.administrators()
    if (!id) throw new Error('there is no administrator')
    return api.tokenFor(actorAs(id, ['admin'], 'ko'))
  }

  /** The nickname may belong to somebody already: then a number follows it. */
  async function freeNickname(nickname: string): Promise<string> {
    for (let n = 1; n <= mostOfOneName; n++) {
      const name = n === 1 ? nickname : `${nickname}${n}`
      const { body } = await api.call('GET', `/api/availability?nickname=${encodeURIComponent(name)}`)
      if (body.free) return name
    }
    throw new Error(`the nickname ${nickname} is taken ${mostOfOneName} times`)
  }

  /** Asks for one sign-up alone: the first that is made gets the id that was meant. */
  async function signUp({ email, nickname }: Person): Promise<void> {
    const consents = { terms: true, privacy: true }
    const body = { email, password, nickname: await freeNickname(nickname), over14: true, consents }
    // taken: a run that was cut off between signing up and remembering it
    await steps.call({ method: 'POST', path: '/api/members', body }, [taken])
  }

  async function verify({ email }: Person): Promise<void> {
    const token = await administrator()
    const { body } = await api.call('GET', '/api/ops/mails?limit=100', { token })
    const letter = (body.items as { to: string; text: string }[]).find(({ to }) => to === email)
    const mailed = /[?&]token=([A-Za-z0-9_-]+)/.exec(letter?.text ?? '')?.[1]
    if (!mailed) return
    await steps.call({ method: 'PUT', path: '/api/email-verification', body: { token: mailed } }, [410])
  }

  async function setUp(person: Person): Promise<boolean> {
    const link = person.role === 'admin' ? await setupLink(platform) : undefined
    const token = link && new URL(link).searchParams.get('token')
    if (!token) return false
    const { email, nickname } = person
    await steps.call({ method: 'POST', path: '/api/setup', body: { token, email, password, nickname } })
    return true
  }

  async function grant(person: Person): Promise<void> {
    if (person.role !== 'admin' && person.role !== 'moderator') return
    const path = `/api/members/${steps.idOf(nameOf(person))}/grants`
    const body = { role: person.role, scope: 'instance', reason: 'demo' }
    await steps.call({ method: 'POST', path, token: await administrator(), body }, [taken])
  }

  async function profile(person: Person): Promise<void> {
    const token = tokenOf(person)
    const avatarId = await paintAvatar(api, token, person)
    const { body: me } = await api.call('GET', '/api/me', { token })
    const body = { bio: person.bio, ...(avatarId ? { avatarId } : {}) }
    await steps.call({ method: 'PATCH', path: '/api/me', token, body, headers: { 'if-match': `"${me.version}"` } })
  }

  return {
    tokenOf,
    async join(person) {
      const at = (minutes: number) => new Date(person.joinedAt.getTime() + minutes * minute)
      await steps.once(nameOf(person), at(0), 'mem', async () => {
        if (!(await setUp(person))) await signUp(person)
      })
      await steps.once(`${nameOf(person)}:verified`, at(2), undefined, () => verify(person))
      await steps.once(`${nameOf(person)}:role`, at(3), undefined, () => grant(person))
      await steps.once(`${nameOf(person)}:profile`, at(8), undefined, () => profile(person))
    },
  }
}
