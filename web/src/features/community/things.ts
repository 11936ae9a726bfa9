import type { QueryClient } from '@tanstack/react-query'
import { plainText } from '../../../../server/src/kernel/plain-text.ts'
import type { Api } from '../../api/api.ts'
import type { CommentView, MemberCard } from '../../api/wire.ts'
import { answersQuery } from './queries.ts'
import type { Answer, Post } from './types.ts'

type Author = Pick<MemberCard, 'nickname' | 'status'> | null
type Say = { origin: string; authorOf: (author: Author) => object }
type Written = { author: Author; createdAt: string; editedAt: string | null; likes: number }

/** Search engines show a few: the rest is on the page. */
const mostComments = 20
const mostText = 5000

export const authorOf =
  (origin: string, nameless: string) =>
  (author: Author): object =>
    author && author.status !== 'withdrawn'
      ? { '@type': 'Person', name: author.nickname, url: `${origin}/members/${encodeURIComponent(author.nickname)}` }
      : { '@type': 'Person', name: nameless }

export const answersOf = (query: QueryClient, api: Api, id: string): Answer[] =>
  query.getQueryData(answersQuery(api, id, 'best').queryKey)?.pages.flatMap(({ items }) => items) ?? []

const textOf = (markdown: string) => plainText(markdown.slice(0, mostText))

const written = ({ author, createdAt, editedAt }: Written, say: Say) => ({
  author: say.authorOf(author),
  datePublished: createdAt,
  ...(editedAt ? { dateModified: editedAt } : {}),
})

const counted = (act: string, n: number) => ({
  '@type': 'InteractionCounter',
  interactionType: { '@type': `https://schema.org/${act}` },
  userInteractionCount: n,
})

/** A discussion: https://developers.google.com/search/docs/appearance/structured-data/discussion-forum */
export function postingOf(post: Post, comments: CommentView[], say: Say): object {
  return {
    '@type': 'DiscussionForumPosting',
    headline: post.title,
    text: textOf(post.body),
    url: say.origin + post.link,
    mainEntityOfPage: say.origin + post.link,
    ...written(post, say),
    ...(post.tags.length > 0 ? { keywords: post.tags.join(', ') } : {}),
    isPartOf: { '@type': 'WebPage', name: post.board.name, url: `${say.origin}/boards/${post.board.slug}` },
    interactionStatistic: [
      counted('LikeAction', post.likes),
      counted('CommentAction', post.comments),
      counted('ViewAction', post.views),
    ],
    comment: comments
      .slice(0, mostComments)
      .flatMap((one) =>
        one.body === null ? [] : [{ '@type': 'Comment', text: textOf(one.body), ...written(one, say) }],
      ),
  }
}

/** A question with its answers: https://developers.google.com/search/docs/appearance/structured-data/qapage */
export function questionOf(question: Post, answers: Answer[], say: Say): object {
  const answer = (one: Answer) => ({
    '@type': 'Answer',
    text: textOf(one.body),
    url: say.origin + one.link,
    upvoteCount: one.likes,
    ...written(one, say),
  })
  const accepted = answers.find((one) => one.accepted)
  const suggested = answers.filter((one) => one !== accepted)
  return {
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: question.title,
      text: textOf(question.body) || question.title,
      url: say.origin + question.link,
      answerCount: question.answers,
      upvoteCount: question.likes,
      ...written(question, say),
      ...(accepted ? { acceptedAnswer: answer(accepted) } : {}),
      ...(suggested.length > 0 ? { suggestedAnswer: suggested.map(answer) } : {}),
    },
  }
}
