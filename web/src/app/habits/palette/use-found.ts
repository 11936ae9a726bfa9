import { useQuery } from '@tanstack/react-query'
import { FileText, Hash, UserRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMeans } from '../../means.ts'
import { useMe } from '../../session.ts'
import { subjectKind } from '../../subject-kinds.ts'
import type { Command } from './commands.ts'
import { bestOf } from './matches.ts'

const pauseMs = 120
const mostPeople = 4
const mostTags = 3

/** Follows `value` once it rests. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** Live answers to what was typed: subjects of every kind, tags, members. None of it counts as a search. */
export function useFound(typed: string) {
  const { api } = useMeans()
  const me = useMe()
  const q = useSettled(typed)
  // A single consonant begins too many words to look for.
  const asked = q !== '' && !/^[ㄱ-ㅎ]$/.test(q)
  const kept = { staleTime: 60_000, retry: false as const, placeholderData: <T>(before: T) => before }
  const subjects = useQuery({
    queryKey: ['search-preview', q],
    queryFn: ({ signal }) => api.get('/api/search/preview', { query: { q }, signal }),
    enabled: asked,
    ...kept,
  })
  const people = useQuery({
    queryKey: ['members-named', q],
    queryFn: ({ signal }) => api.get('/api/members', { query: { q }, signal }),
    enabled: asked && me !== null && q.length <= 50,
    ...kept,
  })
  const tags = useQuery({ queryKey: ['tags'], queryFn: () => api.get('/api/tags'), staleTime: 300_000, retry: false })
  const hits = asked ? (subjects.data?.items ?? []).flatMap(({ items }) => items) : []
  const named = asked ? (people.data?.items ?? []) : []
  return {
    busy: typed !== q || subjects.isFetching,
    found: hits.map((hit): Command => {
      const kind = subjectKind(hit.variant ?? hit.kind)
      const names = [hit.title]
      const note = hit.author?.nickname
      const icon = kind?.icon ?? FileText
      const line = { id: hit.id, label: hit.title, icon, names, to: hit.link }
      return { ...line, ...(kind ? { hue: kind.hue } : {}), ...(note ? { note } : {}) }
    }),
    people: named.slice(0, mostPeople).map(
      ({ id, nickname }): Command => ({
        id,
        label: nickname,
        icon: UserRound,
        names: [nickname],
        to: `/members/${encodeURIComponent(nickname)}`,
      }),
    ),
    tags: asked
      ? bestOf(
          (tags.data?.items ?? []).map(
            ({ name }): Command => ({
              id: `tag ${name}`,
              label: name,
              icon: Hash,
              names: [name],
              to: `/tags/${encodeURIComponent(name)}`,
            }),
          ),
          q,
        ).slice(0, mostTags)
      : [],
  }
}
