export interface Answer {
  id: string
  questionId: string
  authorId: string | null
  byAssistant: boolean
  state: 'living' | 'hidden' | 'deleted' | 'erased'
  body: string
  shownFiles: string[]
  version: number
  /** Of a deleted one: it was the accepted one. */
  wasAccepted: boolean
  createdAt: Date
  revisedAt: Date
  revisedBy: string | null
  editedAt: Date | null
  deletedAt: Date | null
  deletedBy: string | null
}

export const answerLink = (id: string, questionId: string): string => `/questions/${questionId}#${id}`
