import type { Heads } from '../../app/head.ts'
import { profileQuery } from './member-queries.ts'
import { subjectQuery } from './queries.ts'

export const heads: Heads = {
  '/': ({ instance }) => ({
    things: [
      {
        '@type': 'WebSite',
        name: instance.name,
        url: `${instance.url}/`,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${instance.url}/search?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  }),
  '/members/:handle': ({ api, query, params, instance }) => {
    const member = query.getQueryData(profileQuery(api, params['handle'] ?? '').queryKey)
    if (!member) return undefined
    const url = `${instance.url}/members/${encodeURIComponent(member.nickname)}`
    const person = { '@type': 'Person', name: member.nickname, url, ...(member.bio ? { description: member.bio } : {}) }
    return {
      type: 'profile',
      things: [{ '@type': 'ProfilePage', dateCreated: member.joinedAt, mainEntity: person }],
    }
  },
  '/:place/:id': ({ api, query, params }) => {
    const subject = query.getQueryData(subjectQuery(api, params['id'] ?? '').queryKey)
    if (!subject) return undefined
    const { id, title, container, author } = subject
    return { type: 'article', card: { id, shown: [title, container?.title, author?.nickname] } }
  },
}
