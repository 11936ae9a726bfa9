import type { Preset } from '../../../config/config.ts'
import type { Words } from '../../../kernel/problem.ts'
import type { BoardSettings, PostKind } from './board.ts'

export interface PresetCategory {
  name: Words
  children: Words[]
}

export interface PresetBoard {
  slug: string
  kind: PostKind
  name: Words
  about: Words
  settings?: Partial<BoardSettings>
  categories?: PresetCategory[]
}

const words = (ko: string, en = ko): Words => ({ ko, en })
const category = (name: Words, ...children: Words[]): PresetCategory => ({ name, children })
const etc = words('그 밖에', 'Other')

const subjects: PresetCategory[] = [
  category(
    words('언어', 'Languages'),
    words('JavaScript'),
    words('TypeScript'),
    words('Java'),
    words('Python'),
    words('Kotlin'),
    words('Go'),
    etc,
  ),
  category(
    words('프레임워크', 'Frameworks'),
    words('React'),
    words('Vue'),
    words('Spring'),
    words('Node.js'),
    words('Django'),
    etc,
  ),
  category(
    words('인프라', 'Infrastructure'),
    words('Linux'),
    words('Docker'),
    words('Kubernetes'),
    words('클라우드', 'Cloud'),
    words('네트워크', 'Networks'),
    etc,
  ),
  category(
    words('데이터', 'Data'),
    words('데이터베이스', 'Databases'),
    words('메시지·이벤트', 'Messaging and events'),
    words('데이터 분석', 'Analytics'),
    words('인공지능', 'AI'),
    etc,
  ),
]

const talk: PresetCategory[] = [
  category(
    words('일상', 'Everyday'),
    words('잡담', 'Small talk'),
    words('취미', 'Hobbies'),
    words('동네', 'Around town'),
    words('먹거리', 'Food'),
  ),
  category(
    words('일', 'Work'),
    words('커리어', 'Career'),
    words('회고', 'Looking back'),
    words('협업', 'Working together'),
    words('도구', 'Tools'),
  ),
  category(
    words('배움', 'Learning'),
    words('책', 'Books'),
    words('강의', 'Courses'),
    words('글쓰기', 'Writing'),
    words('발표', 'Talks'),
  ),
  category(
    words('모임', 'Gatherings'),
    words('모임 후기', 'Reports'),
    words('행사', 'Events'),
    words('자랑', 'Show and tell'),
    words('나눔', 'Giveaways'),
  ),
]

const notice: PresetBoard = {
  slug: 'notice',
  kind: 'notice',
  name: words('공지', 'Notices'),
  about: words('운영진이 알리는 소식이에요.', 'News from the people who run this place.'),
}
const qna: PresetBoard = {
  slug: 'qna',
  kind: 'question',
  name: words('Q&A'),
  about: words('막히는 것을 묻고, 아는 만큼 답해요.', 'Ask what you are stuck on, answer what you know.'),
  categories: subjects,
}
const archive: PresetBoard = {
  slug: 'archive',
  kind: 'archive',
  name: words('에러 아카이브', 'Error archive'),
  about: words('겪은 문제와 해결한 방법을 남겨 두는 곳이에요.', 'Problems we met, and how we solved them.'),
  categories: subjects,
}
const free: PresetBoard = {
  slug: 'free',
  kind: 'discussion',
  name: words('자유', 'Open talk'),
  about: words('무엇이든 이야기하는 곳이에요.', 'Talk about anything.'),
  categories: talk,
}
const together: PresetBoard = {
  slug: 'together',
  kind: 'recruitment',
  name: words('모집', 'Join in'),
  about: words('스터디와 프로젝트, 모임을 함께할 사람을 찾아요.', 'Find people for a study, a project, a meet-up.'),
}

const discussion = (slug: string, name: Words, about: Words, categories?: PresetCategory[]): PresetBoard => ({
  ...{ slug, kind: 'discussion', name, about },
  ...(categories ? { categories } : {}),
})

/** The boards that an empty instance begins with; the operator changes all of them later. */
export const presetBoards: Readonly<Record<Preset, readonly PresetBoard[]>> = {
  knowledge: [qna, archive, free],
  learning: [
    discussion('dev', words('개발', 'Development'), words('만들면서 배우는 이야기예요.', 'Learning by building.'), [
      category(words('앱 개발', 'Apps')),
      category(words('웹 개발', 'Web')),
      category(words('게임 개발', 'Games')),
      category(etc),
    ]),
    free,
  ],
  running: [
    notice,
    free,
    discussion('courses', words('코스', 'Courses'), words('달리기 좋은 길을 나눠요.', 'Good places to run.')),
    discussion('gear', words('장비', 'Gear'), words('신발과 시계, 옷 이야기예요.', 'Shoes, watches, clothes.')),
  ],
  careers: [
    free,
    discussion('interviews', words('면접', 'Interviews'), words('면접 이야기를 나눠요.', 'How interviews went.')),
    discussion(
      'cv-review',
      words('이력서 봐주기', 'CV review'),
      words('이력서를 서로 봐 줘요.', 'Read each other’s CVs.'),
    ),
  ],
  pets: [
    discussion('stories', words('우리 아이 이야기', 'Stories'), words('함께 사는 이야기예요.', 'Life with pets.')),
    { ...qna, slug: 'questions', name: words('물어봐요', 'Questions'), categories: [] },
    discussion(
      'lost-and-found',
      words('찾아요', 'Lost and found'),
      words('잃어버린 아이를 찾아요.', 'Looking for a lost pet.'),
    ),
  ],
  everything: [notice, qna, archive, free, together],
}
