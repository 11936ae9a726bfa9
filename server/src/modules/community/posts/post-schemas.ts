import { type TSchema, Type } from 'typebox'
import { Fields, Id, Line, Text, Time } from '../../../kernel/schema.ts'

const archive = { error: Text(0, 5000), environment: Text(0, 5000), cause: Text(0, 5000), fix: Text(0, 5000) }
const notice = { showFrom: Time, showUntil: Time, mustAcknowledge: Type.Boolean() }
const recruitment = {
  capacity: Type.Integer({ minimum: 1, maximum: 10_000 }),
  deadline: Time,
  groupId: Id('grp'),
}

const shown = <P extends Record<string, TSchema>>(fields: P) => Type.Partial(Fields(fields))

/** What readers see of the fields that one kind of post has. */
export const ArchiveFields = shown(archive)
export const NoticeFields = shown(notice)
export const RecruitmentFields = shown(recruitment)

const orNull = <S extends TSchema>(schema: S) => Type.Optional(Type.Union([schema, Type.Null()]))

/** What a writer gives of a post; `archive`, `notice` and `recruitment` only on boards of that kind; null takes away. */
const postFields = {
  title: Line(1, 100),
  body: Text(1, 50_000),
  categoryId: orNull(Id('cat')),
  tags: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 5 })),
  attachments: Type.Optional(Type.Array(Id('fil'), { maxItems: 10, uniqueItems: true })),
  archive: Type.Optional(
    Fields({
      error: orNull(archive.error),
      environment: orNull(archive.environment),
      cause: orNull(archive.cause),
      fix: orNull(archive.fix),
    }),
  ),
  notice: Type.Optional(
    Fields({
      showFrom: orNull(notice.showFrom),
      showUntil: orNull(notice.showUntil),
      mustAcknowledge: orNull(notice.mustAcknowledge),
    }),
  ),
  recruitment: Type.Optional(
    Fields({
      capacity: orNull(recruitment.capacity),
      deadline: orNull(recruitment.deadline),
      groupId: orNull(recruitment.groupId),
    }),
  ),
}

export const NewPost = Fields({
  ...postFields,
  /** The question that this archive entry was written from. */
  archiveOf: Type.Optional(Id('pst')),
})
export const ChangedPost = Fields({
  ...postFields,
  title: Type.Optional(postFields.title),
  body: Type.Optional(postFields.body),
})
