import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Instance, SubjectCard } from '../../../../../web/src/api/wire.ts'
import type { Locale } from '../../../kernel/problem.ts'
import { cardAddress, homeCard } from './card-address.ts'
import type { Card } from './draw-card.ts'

const mottoes: Record<Locale, string> = { ko: '방은 여럿이어도 마당은 하나예요', en: 'Many rooms, one courtyard' }

/**
 * What a guest may know of this subject, with the address that pages give it now; anything else gets the instance's own
 * card, without a name.
 */
export async function cardOf(
  app: FastifyInstance,
  request: FastifyRequest,
  { locale, id }: { locale: Locale; id: string },
): Promise<{ card: Card; address: string }> {
  const ask = async <T>(url: string): Promise<T | undefined> => {
    const headers = { 'accept-language': locale, 'x-request-id': request.id }
    const answer = await app.inject({ method: 'GET', url, remoteAddress: request.ip, headers })
    return answer.statusCode === 200 ? answer.json<T>() : undefined
  }
  const instance = await ask<Instance>('/api/instance')
  const subject = id === homeCard ? undefined : await ask<SubjectCard>(`/api/subjects/${id}`)
  const name = instance?.name ?? ''
  if (!subject)
    return {
      card: { seed: homeCard, instance: name, line: mottoes[locale] },
      address: cardAddress(locale, undefined, [name]),
    }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: instance?.timezone ?? 'UTC' })
  const author = subject.author?.status === 'withdrawn' ? undefined : subject.author?.nickname
  const line = [subject.container?.title, author, day.format(new Date(subject.createdAt))]
  return {
    card: { seed: id, instance: name, title: subject.title, line: line.filter(Boolean).join(' · ') },
    address: cardAddress(locale, id, [name, subject.title, subject.container?.title, subject.author?.nickname]),
  }
}
