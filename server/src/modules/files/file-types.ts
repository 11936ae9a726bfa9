/** One type of file that we take. Content decides; name and declared type may not contradict it. */
export interface FileType {
  type: string
  family: 'image' | 'document' | 'text'
  /** Of names; the first is the usual one. */
  extensions: string[]
  /** What the magic bytes of such a file say; none for text. */
  detected: string[]
  /** Types that clients declare for it besides `type`. */
  declared: string[]
  /** The magic bytes alone do not tell it from others: the name has to carry one of the extensions. */
  needsName?: boolean
}

const image = (name: string, extensions: string[], declared: string[] = [], detected: string[] = []): FileType => ({
  type: `image/${name}`,
  family: 'image',
  extensions,
  detected: [`image/${name}`, ...detected],
  declared,
})
const document = (type: string, extensions: string[], options: Partial<FileType> = {}): FileType => ({
  type,
  family: 'document',
  extensions,
  detected: [type],
  declared: [],
  ...options,
})
const text = (type: string, extensions: string[], declared: string[]): FileType => ({
  type,
  family: 'text',
  extensions,
  detected: [],
  declared,
  needsName: true,
})

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const zip = 'application/zip'
/** The container of the older Office formats and of HWP 5. */
const compoundFile = { detected: ['application/x-cfb'], needsName: true }

export const png = image('png', ['png'], [], ['image/apng'])
export const jpeg = image('jpeg', ['jpg', 'jpeg', 'jpe', 'jfif'], ['image/jpg', 'image/pjpeg'])
export const webp = image('webp', ['webp'])
export const gif = image('gif', ['gif'])
export const bmp = image('bmp', ['bmp'], ['image/x-ms-bmp', 'image/x-bmp'])
export const avif = image('avif', ['avif'])

export const documents: FileType[] = [
  document('application/pdf', ['pdf']),
  document(zip, ['zip'], { declared: ['application/x-zip-compressed', 'multipart/x-zip'] }),
  document(`${openXml}.wordprocessingml.document`, ['docx']),
  document(`${openXml}.spreadsheetml.sheet`, ['xlsx']),
  document(`${openXml}.presentationml.presentation`, ['pptx']),
  document(`${openDocument}.text`, ['odt']),
  document(`${openDocument}.spreadsheet`, ['ods']),
  document(`${openDocument}.presentation`, ['odp']),
  document('application/msword', ['doc'], compoundFile),
  document('application/vnd.ms-excel', ['xls'], compoundFile),
  document('application/vnd.ms-powerpoint', ['ppt'], compoundFile),
  document('application/x-hwp', ['hwp'], {
    ...compoundFile,
    declared: ['application/haansofthwp', 'application/vnd.hancom.hwp'],
  }),
  document('application/vnd.hancom.hwpx', ['hwpx'], {
    detected: [zip, 'application/vnd.hancom.hwpx'],
    declared: ['application/haansofthwpx', 'application/hwp+zip'],
    needsName: true,
  }),
]

export const texts: FileType[] = [
  text('text/plain', ['txt', 'log'], []),
  text('text/markdown', ['md', 'markdown'], ['text/x-markdown', 'text/plain']),
  text('text/csv', ['csv'], ['application/csv', 'text/plain', 'application/vnd.ms-excel']),
]

export const avatarTypes = [png, jpeg, webp, gif]
export const imageTypes = [...avatarTypes, bmp, avif]
export const fileTypes = [...imageTypes, ...documents, ...texts]
