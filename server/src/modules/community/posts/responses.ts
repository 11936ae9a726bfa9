import type { ResponseRules } from '../../../platform/subjects/subject-kind.ts'
import type { BoardDirectory } from '../boards/board-directory.ts'

/** How readers may respond on a board: its settings. */
export function responsesOn(boards: BoardDirectory, place: { boardId: string } | undefined): ResponseRules {
  const settings = place && boards.known(place.boardId)?.settings
  if (!settings) return {}
  const { commentDepth, reactions, commenters } = settings
  return { commentDepth, reactions, commenters: [...commenters, 'role:moderator'] }
}
