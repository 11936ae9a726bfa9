// Generated from the OpenAPI document by generate.ts. Change the server's routes instead.
export interface Routes {
  'GET /api/answers/*': {
    query: never
    body: never
    answer: { id: string; questionId: string; link: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; byAssistant: boolean; accepted: boolean; comments: number; likes: number; dislikes: number; bookmarks: number | null; createdAt: string; editedAt: string | null; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; accept: boolean; comment: boolean; react: boolean } }
  }
  'PATCH /api/answers/*': {
    query: never
    body: { body: string }
    answer: { id: string; questionId: string; link: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; byAssistant: boolean; accepted: boolean; comments: number; likes: number; dislikes: number; bookmarks: number | null; createdAt: string; editedAt: string | null; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; accept: boolean; comment: boolean; react: boolean } }
  }
  'DELETE /api/answers/*': {
    query: never
    body: never
    answer: null
  }
  'POST /api/answers/*/restoration': {
    query: never
    body: never
    answer: { id: string; questionId: string; link: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; byAssistant: boolean; accepted: boolean; comments: number; likes: number; dislikes: number; bookmarks: number | null; createdAt: string; editedAt: string | null; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; accept: boolean; comment: boolean; react: boolean } }
  }
  'GET /api/answers/*/revisions': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: ({ n: number; editor: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; at: string; title: string })[]; next: string | null }
  }
  'GET /api/answers/*/revisions/*': {
    query: never
    body: never
    answer: { n: number; editor: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; at: string; title: string; body: string; tags: string[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null }
  }
  'GET /api/availability': {
    query: { email?: string; nickname?: string }
    body: never
    answer: { free: boolean }
  }
  'GET /api/boards': {
    query: never
    body: never
    answer: { items: ({ id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; about: string; aboutEn: string | null; order: number; audience: string[]; owner: string; settings: { writers: string[]; answerers: string[]; commenters: string[]; categoryNeeded: boolean; reactions: ('like' | 'dislike')[]; solvable: boolean; resolve: 'adoption' | 'author' | 'both'; approval: 'off' | 'all' | 'new-members'; slowModeS: number; editWindowMin: number; commentDepth: number; pageSize: number; assistantAnswer: boolean; points: boolean; template: string; sort: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered' }; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number; children: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[] })[]; version: number; createdAt: string; can: { post: boolean; manage: boolean } })[]; next: string | null }
  }
  'POST /api/boards': {
    query: never
    body: { slug: string; name: string; nameEn?: string | null; about?: string; aboutEn?: string | null; order?: number; audience?: string[]; settings?: { writers?: string[]; answerers?: string[]; commenters?: string[]; categoryNeeded?: boolean; reactions?: ('like' | 'dislike')[]; solvable?: boolean; resolve?: 'adoption' | 'author' | 'both'; approval?: 'off' | 'all' | 'new-members'; slowModeS?: number; editWindowMin?: number; commentDepth?: number; pageSize?: number; assistantAnswer?: boolean; points?: boolean; template?: string; sort?: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered' }; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }
    answer: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; about: string; aboutEn: string | null; order: number; audience: string[]; owner: string; settings: { writers: string[]; answerers: string[]; commenters: string[]; categoryNeeded: boolean; reactions: ('like' | 'dislike')[]; solvable: boolean; resolve: 'adoption' | 'author' | 'both'; approval: 'off' | 'all' | 'new-members'; slowModeS: number; editWindowMin: number; commentDepth: number; pageSize: number; assistantAnswer: boolean; points: boolean; template: string; sort: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered' }; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number; children: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[] })[]; version: number; createdAt: string; can: { post: boolean; manage: boolean } }
  }
  'GET /api/boards/*/follow': {
    query: never
    body: never
    answer: { following: boolean }
  }
  'PUT /api/boards/*/follow': {
    query: never
    body: never
    answer: { following: boolean }
  }
  'DELETE /api/boards/*/follow': {
    query: never
    body: never
    answer: null
  }
  'GET /api/boards/*': {
    query: never
    body: never
    answer: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; about: string; aboutEn: string | null; order: number; audience: string[]; owner: string; settings: { writers: string[]; answerers: string[]; commenters: string[]; categoryNeeded: boolean; reactions: ('like' | 'dislike')[]; solvable: boolean; resolve: 'adoption' | 'author' | 'both'; approval: 'off' | 'all' | 'new-members'; slowModeS: number; editWindowMin: number; commentDepth: number; pageSize: number; assistantAnswer: boolean; points: boolean; template: string; sort: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered' }; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number; children: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[] })[]; version: number; createdAt: string; can: { post: boolean; manage: boolean } }
  }
  'PATCH /api/boards/*': {
    query: never
    body: { slug?: string; name?: string; nameEn?: string | null; about?: string; aboutEn?: string | null; order?: number; audience?: string[]; settings?: { writers?: string[]; answerers?: string[]; commenters?: string[]; categoryNeeded?: boolean; reactions?: ('like' | 'dislike')[]; solvable?: boolean; resolve?: 'adoption' | 'author' | 'both'; approval?: 'off' | 'all' | 'new-members'; slowModeS?: number; editWindowMin?: number; commentDepth?: number; pageSize?: number; assistantAnswer?: boolean; points?: boolean; template?: string; sort?: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered' } }
    answer: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; about: string; aboutEn: string | null; order: number; audience: string[]; owner: string; settings: { writers: string[]; answerers: string[]; commenters: string[]; categoryNeeded: boolean; reactions: ('like' | 'dislike')[]; solvable: boolean; resolve: 'adoption' | 'author' | 'both'; approval: 'off' | 'all' | 'new-members'; slowModeS: number; editWindowMin: number; commentDepth: number; pageSize: number; assistantAnswer: boolean; points: boolean; template: string; sort: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered' }; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number; children: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[] })[]; version: number; createdAt: string; can: { post: boolean; manage: boolean } }
  }
  'GET /api/boards/*/posts': {
    query: { sort?: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered'; status?: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | 'unsolved' | 'resolved' | 'ended' | 'solved' | 'open' | 'closed'; category?: string; tag?: string; author?: string; limit?: number; after?: string }
    body: never
    answer: { items: ({ id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; excerpt: string; activeBy: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null })[]; next: string | null }
  }
  'POST /api/boards/*/posts': {
    query: never
    body: { title: string; body: string; categoryId?: string | null; tags?: string[]; attachments?: string[]; archive?: { error?: string | null; environment?: string | null; cause?: string | null; fix?: string | null }; notice?: { showFrom?: string | null; showUntil?: string | null; mustAcknowledge?: boolean | null }; recruitment?: { capacity?: number | null; deadline?: string | null; groupId?: string | null }; archiveOf?: string }
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'GET /api/categories': {
    query: { board?: string }
    body: never
    answer: { items: ({ board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number; children: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[] })[] })[]; next: null }
  }
  'POST /api/categories': {
    query: never
    body: { board: string; parentId?: string | null; name: string; nameEn?: string | null; order?: number }
    answer: { id: string; parentId: string | null; name: string; nameEn: string | null; version: number }
  }
  'PATCH /api/categories/*': {
    query: never
    body: { name?: string; nameEn?: string | null; order?: number }
    answer: { id: string; parentId: string | null; name: string; nameEn: string | null; version: number }
  }
  'DELETE /api/categories/*': {
    query: never
    body: never
    answer: null
  }
  'GET /api/comments/*': {
    query: never
    body: never
    answer: { id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } }
  }
  'PATCH /api/comments/*': {
    query: never
    body: { body: string }
    answer: { id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } }
  }
  'DELETE /api/comments/*': {
    query: never
    body: never
    answer: null
  }
  'GET /api/comments/*/replies': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: ({ id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } })[]; next: string | null }
  }
  'POST /api/comments/*/restoration': {
    query: never
    body: never
    answer: { id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } }
  }
  'GET /api/comments/*/revisions': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: { version: number; body: string; writtenAt: string }[]; next: string | null }
  }
  'PUT /api/email-verification': {
    query: never
    body: { token: string }
    answer: null
  }
  'POST /api/email-verifications': {
    query: never
    body: { email: string }
    answer: null
  }
  'GET /api/feed': {
    query: { limit?: number; after?: string; of?: 'following' | 'latest' }
    body: never
    answer: { items: ({ id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> })[]; next: string | null }
  }
  'POST /api/files': {
    query: { kind?: 'avatar' | 'image' | 'attachment' }
    body: null
    answer: { id: string; kind: 'avatar' | 'image' | 'attachment'; state: 'pending' | 'ready' | 'refused'; name: string; type: string; sizeBytes: number; sha256: string; width: number | null; height: number | null; url: string; urls: Record<string, string>; used: boolean; createdAt: string }
  }
  'GET /api/files/*/link': {
    query: { variant?: string }
    body: never
    answer: { url: string; expiresAt: string }
  }
  'GET /api/home': {
    query: { limit?: number }
    body: never
    answer: { places: string[]; sections: ({ kind: string; items: ({ id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> })[] })[] }
  }
  'GET /api/instance': {
    query: never
    body: never
    answer: { name: string; url: string; timezone: string; modules: string[] | null }
  }
  'GET /api/live': {
    query: { subjects: string; after?: number }
    body: never
    answer: null
  }
  'GET /api/me': {
    query: never
    body: never
    answer: { id: string; email: string; nickname: string; status: string; bio: string; links: string[]; avatarId: string | null; avatarUrl: string | null; birthDate: string | null; gender: 'male' | 'female' | null; phone: string | null; roles: ('admin' | 'moderator' | 'tutor' | 'mentor' | 'host')[]; consentsDue: ('terms' | 'privacy' | 'marketing' | 'nightPush')[]; nicknameChangesLeft: number; version: number; createdAt: string }
  }
  'PATCH /api/me': {
    query: never
    body: { nickname?: string; bio?: string; links?: string[]; avatarId?: string | null; gender?: 'male' | 'female' | null }
    answer: { id: string; email: string; nickname: string; status: string; bio: string; links: string[]; avatarId: string | null; avatarUrl: string | null; birthDate: string | null; gender: 'male' | 'female' | null; phone: string | null; roles: ('admin' | 'moderator' | 'tutor' | 'mentor' | 'host')[]; consentsDue: ('terms' | 'privacy' | 'marketing' | 'nightPush')[]; nicknameChangesLeft: number; version: number; createdAt: string }
  }
  'GET /api/me/activity-settings': {
    query: never
    body: never
    answer: { hiddenKinds: string[] }
  }
  'PUT /api/me/activity-settings': {
    query: never
    body: { hiddenKinds: string[] }
    answer: { hiddenKinds: string[] }
  }
  'GET /api/me/bookmark-folders': {
    query: never
    body: never
    answer: { items: { name: string; bookmarks: number }[] }
  }
  'GET /api/me/bookmarks': {
    query: { limit?: number; after?: string; kind?: string; folder?: string }
    body: never
    answer: { items: ({ subject: { id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> }; folder: string | null; at: string })[]; next: string | null }
  }
  'GET /api/me/consents': {
    query: never
    body: never
    answer: { items: ({ consent: 'terms' | 'privacy' | 'marketing' | 'nightPush'; required: boolean; currentVersion: number; version: number | null; given: boolean; answeredAt: string | null })[] }
  }
  'PUT /api/me/consents': {
    query: never
    body: { terms?: boolean | number; privacy?: boolean | number; marketing?: boolean | number; nightPush?: boolean | number }
    answer: { items: ({ consent: 'terms' | 'privacy' | 'marketing' | 'nightPush'; required: boolean; currentVersion: number; version: number | null; given: boolean; answeredAt: string | null })[] }
  }
  'GET /api/me/drafts': {
    query: never
    body: never
    answer: { items: { key: string; content: Record<string, unknown>; version: number; updatedAt: string }[] }
  }
  'GET /api/me/drafts/*': {
    query: never
    body: never
    answer: { key: string; content: Record<string, unknown>; version: number; updatedAt: string }
  }
  'PUT /api/me/drafts/*': {
    query: never
    body: { content: Record<string, string | string[] | number | boolean | null> }
    answer: { key: string; content: Record<string, unknown>; version: number; updatedAt: string }
  }
  'DELETE /api/me/drafts/*': {
    query: never
    body: never
    answer: null
  }
  'PUT /api/me/email': {
    query: never
    body: { email: string }
    answer: null
  }
  'GET /api/me/files': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: ({ id: string; kind: 'avatar' | 'image' | 'attachment'; state: 'pending' | 'ready' | 'refused'; name: string; type: string; sizeBytes: number; sha256: string; width: number | null; height: number | null; url: string; urls: Record<string, string>; used: boolean; createdAt: string })[]; next: string | null; usedBytes: number; quotaBytes: number; usedTodayBytes: number; dailyQuotaBytes: number }
  }
  'GET /api/me/follows': {
    query: { limit?: number; after?: string; kind?: 'member' | 'board' | 'tag' }
    body: never
    answer: { items: ({ kind: 'member' | 'board' | 'tag'; id: string; name: string; link: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; at: string })[]; next: string | null }
  }
  'PUT /api/me/password': {
    query: never
    body: { password: string; passwordConfirm?: string }
    answer: null
  }
  'GET /api/me/reactions': {
    query: { limit?: number; after?: string; reaction?: 'like' | 'dislike' }
    body: never
    answer: { items: ({ subject: { id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> }; reaction: 'like' | 'dislike'; at: string })[]; next: string | null }
  }
  'POST /api/me/reauthentications': {
    query: never
    body: { password: string }
    answer: null
  }
  'GET /api/me/searches': {
    query: never
    body: never
    answer: { items: { text: string; at: string }[] }
  }
  'DELETE /api/me/searches': {
    query: never
    body: never
    answer: null
  }
  'GET /api/me/sessions': {
    query: never
    body: never
    answer: { items: { id: string; createdAt: string; usedAt: string; address: string; userAgent: string; current: boolean }[] }
  }
  'DELETE /api/me/sessions': {
    query: never
    body: never
    answer: null
  }
  'DELETE /api/me/sessions/current': {
    query: never
    body: never
    answer: null
  }
  'DELETE /api/me/sessions/*': {
    query: never
    body: never
    answer: null
  }
  'POST /api/members': {
    query: never
    body: { email: string; password: string; passwordConfirm?: string; nickname?: string; birthDate?: string; over14?: boolean; gender?: 'male' | 'female'; phone?: string; consents?: { terms?: boolean | number; privacy?: boolean | number; marketing?: boolean | number; nightPush?: boolean | number } }
    answer: { id: string; email: string; nickname: string; status: 'pending' }
  }
  'GET /api/members': {
    query: { q: string }
    body: never
    answer: { items: ({ id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' })[] }
  }
  'GET /api/members/*': {
    query: never
    body: never
    answer: { id: string; nickname: string; avatarUrl: string | null; bio: string; links: string[]; roles: ('admin' | 'moderator' | 'tutor' | 'mentor' | 'host')[]; status: 'active' | 'suspended'; joinedAt: string; can: { edit: boolean; grant: boolean } }
  }
  'GET /api/members/*/activity': {
    query: { limit?: number; after?: string; kind?: string }
    body: never
    answer: { items: ({ id: string; verb: string; at: string; subject: { id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> } })[]; next: string | null }
  }
  'GET /api/members/*/follow': {
    query: never
    body: never
    answer: { following: boolean }
  }
  'PUT /api/members/*/follow': {
    query: never
    body: never
    answer: { following: boolean }
  }
  'DELETE /api/members/*/follow': {
    query: never
    body: never
    answer: null
  }
  'GET /api/members/*/grants': {
    query: never
    body: never
    answer: { items: ({ id: string; role: 'admin' | 'moderator' | 'tutor' | 'mentor' | 'host'; scope: string; until: string | null; reason: string; grantedBy: string; grantedAt: string; revokedAt: string | null })[] }
  }
  'POST /api/members/*/grants': {
    query: never
    body: { role: 'admin' | 'moderator' | 'tutor' | 'mentor' | 'host'; scope: string; until?: string; reason: string }
    answer: { id: string }
  }
  'DELETE /api/members/*/grants/*': {
    query: never
    body: never
    answer: null
  }
  'GET /api/ops/audit': {
    query: { limit?: number; after?: string; target?: string; format?: 'json' | 'jsonl' }
    body: never
    answer: { items: ({ n: number; at: string; actor: { id: string; nickname: string } | null; act: string; target: string; before: unknown; after: unknown; reason: string | null })[]; next: string | null }
  }
  'GET /api/ops/dead-letters': {
    query: { limit?: number; after?: string; subscription?: string }
    body: never
    answer: { items: { id: string; subscription: string; event: { position: number; type: string; key: string; data: unknown; at: string }; tries: number; error: string; firstFailedAt: string; lastFailedAt: string }[]; next: string | null }
  }
  'POST /api/ops/dead-letters/*/replays': {
    query: never
    body: never
    answer: null
  }
  'GET /api/ops/health': {
    query: never
    body: never
    answer: { status: 'ok' | 'degraded'; version: string; node: string; startedAt: string; database: { version: string; sizeBytes: number; connections: number }; storage: { freeBytes: number; totalBytes: number }; events: { head: number; deadLetters: number; lags: { subscription: string; seconds: number }[] }; cache: { hits: number; misses: number }; memoryBytes: number; auditIntact: boolean; warnings: string[] }
  }
  'GET /api/ops/jobs': {
    query: never
    body: never
    answer: { items: ({ name: string; title: string; schedule: string | null; nextAt: string | null; parameters: unknown; lastRun: { id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null } | null; skippedTicks: number })[] }
  }
  'GET /api/ops/jobs/runs': {
    query: { limit?: number; after?: string; job?: string; state?: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED' }
    body: never
    answer: { items: ({ id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null })[]; next: string | null }
  }
  'GET /api/ops/jobs/runs/*': {
    query: never
    body: never
    answer: { id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null; steps: ({ name: string; state: string; total: number | null; read: number; written: number; skipped: number; failed: number; retries: number; error: string | null; startedAt: string | null; endedAt: string | null; rate: number })[] }
  }
  'DELETE /api/ops/jobs/runs/*': {
    query: never
    body: never
    answer: { id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null; steps: ({ name: string; state: string; total: number | null; read: number; written: number; skipped: number; failed: number; retries: number; error: string | null; startedAt: string | null; endedAt: string | null; rate: number })[] }
  }
  'POST /api/ops/jobs/runs/*/abandonment': {
    query: never
    body: never
    answer: { id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null; steps: ({ name: string; state: string; total: number | null; read: number; written: number; skipped: number; failed: number; retries: number; error: string | null; startedAt: string | null; endedAt: string | null; rate: number })[] }
  }
  'GET /api/ops/jobs/runs/*/items': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: ({ step: string; key: string; outcome: 'skipped' | 'failed'; reason: string; excerpt: string })[]; next: string | null }
  }
  'POST /api/ops/jobs/runs/*/restarts': {
    query: never
    body: never
    answer: { id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null; steps: ({ name: string; state: string; total: number | null; read: number; written: number; skipped: number; failed: number; retries: number; error: string | null; startedAt: string | null; endedAt: string | null; rate: number })[] }
  }
  'POST /api/ops/jobs/*/runs': {
    query: never
    body: { parameters?: Record<string, unknown> }
    answer: { id: string; job: string; state: 'READY' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'FAILED' | 'ABANDONED'; parameters: unknown; scheduledFor: string | null; requestedBy: string; attempt: number; error: string | null; createdAt: string; startedAt: string | null; endedAt: string | null; steps: ({ name: string; state: string; total: number | null; read: number; written: number; skipped: number; failed: number; retries: number; error: string | null; startedAt: string | null; endedAt: string | null; rate: number })[] }
  }
  'POST /api/ops/mail-tests': {
    query: never
    body: { to: string }
    answer: null
  }
  'GET /api/ops/mails': {
    query: { limit?: number; after?: string; state?: 'pending' | 'sent' | 'failed' | 'expired' }
    body: never
    answer: { items: ({ id: string; to: string; subject: string; text: string; state: 'pending' | 'sent' | 'failed' | 'expired'; tries: number; error: string | null; createdAt: string; sentAt: string | null })[]; next: string | null; delivers: boolean }
  }
  'POST /api/ops/mails/*/deliveries': {
    query: never
    body: never
    answer: null
  }
  'GET /api/ops/search/drift': {
    query: never
    body: never
    answer: { documents: number; missing: number; stale: number; orphan: number; wrongAudience: number; checksum: string }
  }
  'POST /api/ops/search/rebuilds': {
    query: never
    body: never
    answer: { runId: string }
  }
  'POST /api/ops/search/repairs': {
    query: never
    body: never
    answer: { runId: string }
  }
  'GET /api/ops/settings': {
    query: never
    body: never
    answer: { items: ({ key: string; name: string; module: string; value: unknown; default: unknown; schema: unknown; version: number; changedAt: string | null; changedBy: string | null })[] }
  }
  'PUT /api/ops/settings/*': {
    query: never
    body: { value: unknown }
    answer: { key: string; name: string; module: string; value: unknown; default: unknown; schema: unknown; version: number; changedAt: string | null; changedBy: string | null }
  }
  'PUT /api/password-reset': {
    query: never
    body: { token: string; password: string; passwordConfirm?: string }
    answer: null
  }
  'POST /api/password-resets': {
    query: never
    body: { email: string }
    answer: null
  }
  'GET /api/pending-posts': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: ({ id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> })[]; next: string | null }
  }
  'GET /api/posts': {
    query: { sort?: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered'; status?: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | 'unsolved' | 'resolved' | 'ended' | 'solved' | 'open' | 'closed'; category?: string; tag?: string; author?: string; limit?: number; after?: string; kind?: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }
    body: never
    answer: { items: ({ id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; excerpt: string; activeBy: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null })[]; next: string | null }
  }
  'GET /api/posts/*': {
    query: never
    body: never
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'PATCH /api/posts/*': {
    query: never
    body: { title?: string; body?: string; categoryId?: string | null; tags?: string[]; attachments?: string[]; archive?: { error?: string | null; environment?: string | null; cause?: string | null; fix?: string | null }; notice?: { showFrom?: string | null; showUntil?: string | null; mustAcknowledge?: boolean | null }; recruitment?: { capacity?: number | null; deadline?: string | null; groupId?: string | null } }
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'DELETE /api/posts/*': {
    query: never
    body: never
    answer: null
  }
  'POST /api/posts/*/acceptance': {
    query: never
    body: { answerId: string }
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'DELETE /api/posts/*/acceptance': {
    query: never
    body: never
    answer: null
  }
  'PUT /api/posts/*/acknowledgement': {
    query: never
    body: never
    answer: null
  }
  'GET /api/posts/*/answers': {
    query: { limit?: number; after?: string; sort?: 'best' | 'latest' | 'oldest' }
    body: never
    answer: { items: ({ id: string; questionId: string; link: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; byAssistant: boolean; accepted: boolean; comments: number; likes: number; dislikes: number; bookmarks: number | null; createdAt: string; editedAt: string | null; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; accept: boolean; comment: boolean; react: boolean } })[]; next: string | null }
  }
  'POST /api/posts/*/answers': {
    query: never
    body: { body: string }
    answer: { id: string; questionId: string; link: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; byAssistant: boolean; accepted: boolean; comments: number; likes: number; dislikes: number; bookmarks: number | null; createdAt: string; editedAt: string | null; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; accept: boolean; comment: boolean; react: boolean } }
  }
  'PUT /api/posts/*/approval': {
    query: never
    body: never
    answer: null
  }
  'GET /api/posts/*/archive-draft': {
    query: never
    body: never
    answer: { boards: string[]; title: string; body: string; tags: string[]; archiveOf: string; archive: { error?: string; environment?: string; cause?: string; fix?: string } }
  }
  'PUT /api/posts/*/board': {
    query: never
    body: { board: string }
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'PUT /api/posts/*/lock': {
    query: never
    body: never
    answer: null
  }
  'DELETE /api/posts/*/lock': {
    query: never
    body: never
    answer: null
  }
  'POST /api/posts/*/notes': {
    query: never
    body: { body: string }
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'PUT /api/posts/*/pin': {
    query: never
    body: never
    answer: null
  }
  'DELETE /api/posts/*/pin': {
    query: never
    body: never
    answer: null
  }
  'POST /api/posts/*/restoration': {
    query: never
    body: never
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'GET /api/posts/*/revisions': {
    query: { limit?: number; after?: string }
    body: never
    answer: { items: ({ n: number; editor: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; at: string; title: string })[]; next: string | null }
  }
  'GET /api/posts/*/revisions/*': {
    query: never
    body: never
    answer: { n: number; editor: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; at: string; title: string; body: string; tags: string[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null }
  }
  'PUT /api/posts/*/status': {
    query: never
    body: { status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' }
    answer: { id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; body: string; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; state: 'living' | 'pending' | 'scheduled' | 'hidden'; attachments: { id: string; name: string; type: string; sizeBytes: number; url: string }[]; archive: { error?: string; environment?: string; cause?: string; fix?: string } | null; notice: { showFrom?: string; showUntil?: string; mustAcknowledge?: boolean } | null; recruitment: { capacity?: number; deadline?: string; groupId?: string } | null; notes: { body: string; at: string }[]; archiveOf: { id: string; title: string; link: string } | null; archivedAs: { id: string; title: string; link: string } | null; acknowledged: boolean; version: number; reactions: ('like' | 'dislike')[]; commentDepth: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; answer: boolean; comment: boolean; react: boolean; accept: boolean; withdrawAcceptance: boolean; addNote: boolean; setStatus: string[]; archive: boolean; pin: boolean; lock: boolean; move: boolean; approve: boolean } }
  }
  'POST /api/posts/*/views': {
    query: never
    body: never
    answer: null
  }
  'GET /api/search': {
    query: { limit?: number; after?: string; q?: string; kind?: string[]; in?: string; sort?: string; board?: string[]; category?: string[]; tag?: string[]; author?: string[]; status?: string[]; from?: string[]; to?: string[] }
    body: never
    answer: { searchId: string; items: ({ id: string; kind: string; variant: string | null; title: string; titleHighlights: number[][]; link: string; snippet: string; highlights: number[][]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; category: string | null; categoryEn: string | null; tags: string[]; status: string | null; createdAt: string; counts: { likes: number; comments: number; views: number } })[]; total: number; facets: { kind: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; status: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; board: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; category: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; tag: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; author: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[] }; next: string | null; corrected?: { from: string; to: string; why: string }; degraded: boolean }
  }
  'GET /api/search/popular': {
    query: never
    body: never
    answer: { items: ({ text: string; before: number | null })[] }
  }
  'GET /api/search/preview': {
    query: { q?: string }
    body: never
    answer: { items: ({ kind: string; total: number; items: ({ id: string; kind: string; variant: string | null; title: string; titleHighlights: number[][]; link: string; snippet: string; highlights: number[][]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; category: string | null; categoryEn: string | null; tags: string[]; status: string | null; createdAt: string; counts: { likes: number; comments: number; views: number } })[] })[] }
  }
  'GET /api/search/suggestions': {
    query: { q?: string }
    body: never
    answer: { items: ({ text: string; kind: 'own' | 'word' | 'title'; link: string | null })[] }
  }
  'POST /api/searches': {
    query: never
    body: { q?: string; kinds?: string[]; in?: string; filters?: Record<string, string | string[]>; sort?: string; limit?: number }
    answer: { searchId: string; items: ({ id: string; kind: string; variant: string | null; title: string; titleHighlights: number[][]; link: string; snippet: string; highlights: number[][]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; category: string | null; categoryEn: string | null; tags: string[]; status: string | null; createdAt: string; counts: { likes: number; comments: number; views: number } })[]; total: number; facets: { kind: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; status: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; board: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; category: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; tag: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[]; author: ({ value: string; label?: string; labelEn?: string; board?: { id: string; name: string; nameEn: string | null }; count: number })[] }; next: string | null; corrected?: { from: string; to: string; why: string }; degraded: boolean }
  }
  'POST /api/session-refreshes': {
    query: never
    body: never
    answer: { accessToken: string; expiresAt: string; member: { id: string } }
  }
  'POST /api/sessions': {
    query: never
    body: { email: string; password: string }
    answer: { accessToken: string; expiresAt: string; member: { id: string } }
  }
  'GET /api/setup': {
    query: never
    body: never
    answer: { needed: boolean }
  }
  'POST /api/setup': {
    query: never
    body: { token: string; email: string; password: string; passwordConfirm?: string; nickname?: string }
    answer: { id: string; nickname: string }
  }
  'GET /api/subjects': {
    query: { ids: string }
    body: never
    answer: { items: ({ id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> })[] }
  }
  'GET /api/subjects/*': {
    query: never
    body: never
    answer: { id: string; kind: string; variant: string | null; title: string; excerpt: string; link: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; container: { id: string; kind: string; title: string; titleEn: string | null; link: string } | null; status: string | null; tags: string[]; locked: boolean; likes: number; dislikes: number; comments: number; views: number; bookmarks: number | null; version: number; createdAt: string; updatedAt: string; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { react: boolean; bookmark: boolean; comment: boolean }; details: Record<string, unknown> }
  }
  'PUT /api/subjects/*/bookmark': {
    query: never
    body: { folder?: string | null }
    answer: { bookmarked: boolean; folder: string | null; first: boolean }
  }
  'DELETE /api/subjects/*/bookmark': {
    query: never
    body: never
    answer: null
  }
  'GET /api/subjects/*/comments': {
    query: { limit?: number; after?: string; sort?: 'oldest' | 'newest' | 'best' }
    body: never
    answer: { items: ({ id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } } & { replies: { items: ({ id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } })[]; next: string | null } })[]; next: string | null; depth: number; reactions: ('like' | 'dislike')[]; can: { comment: boolean } }
  }
  'POST /api/subjects/*/comments': {
    query: never
    body: { body: string; parentId?: string; quote?: { of: string; text: string } }
    answer: { id: string; subjectId: string; rootId: string; parentId: string | null; depth: number; answers: { id: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null } | null; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; body: string | null; deleted: boolean; quote: { of: string; link: string | null; text: string | null } | null; mentions: ({ nickname: string; member: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } })[]; version: number; createdAt: string; editedAt: string | null; likes: number; dislikes: number; replyCount: number; own: { reaction: 'like' | 'dislike' | null; bookmarked: boolean }; can: { edit: boolean; delete: boolean; reply: boolean; react: boolean } }
  }
  'PUT /api/subjects/*/reaction': {
    query: never
    body: { kind: 'like' | 'dislike' }
    answer: { reaction: 'like' | 'dislike'; likes: number; dislikes: number }
  }
  'DELETE /api/subjects/*/reaction': {
    query: never
    body: never
    answer: null
  }
  'GET /api/subjects/*/related': {
    query: never
    body: never
    answer: { items: ({ id: string; kind: string; variant: string | null; title: string; titleHighlights: number[][]; link: string; snippet: string; highlights: number[][]; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; category: string | null; categoryEn: string | null; tags: string[]; status: string | null; createdAt: string; counts: { likes: number; comments: number; views: number } })[] }
  }
  'GET /api/tags': {
    query: { q?: string; limit?: number }
    body: never
    answer: { items: { name: string; posts: number }[]; next: null }
  }
  'GET /api/tags/*/follow': {
    query: never
    body: never
    answer: { following: boolean }
  }
  'PUT /api/tags/*/follow': {
    query: never
    body: never
    answer: { following: boolean }
  }
  'DELETE /api/tags/*/follow': {
    query: never
    body: never
    answer: null
  }
  'GET /api/tags/*/posts': {
    query: { sort?: 'latest' | 'active' | 'likes' | 'views' | 'answers' | 'unanswered'; limit?: number; after?: string }
    body: never
    answer: { items: ({ id: string; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment'; link: string; board: { id: string; slug: string; name: string; nameEn: string | null; kind: 'discussion' | 'question' | 'archive' | 'notice' | 'recruitment' }; title: string; author: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null; status: 'UNSOLVED' | 'RESOLVED' | 'ENDED' | 'SOLVED' | 'OPEN' | 'CLOSED' | null; categories: ({ id: string; parentId: string | null; name: string; nameEn: string | null; version: number })[]; tags: string[]; pinned: boolean; locked: boolean; acceptedAnswerId: string | null; answers: number; comments: number; likes: number; dislikes: number; views: number; bookmarks: number | null; createdAt: string; editedAt: string | null; activeAt: string; excerpt: string; activeBy: { id: string; nickname: string; avatarUrl: string | null; status: 'active' | 'suspended' | 'withdrawn' } | null })[]; next: string | null }
  }
  'GET /api/terms': {
    query: never
    body: never
    answer: { items: ({ consent: 'terms' | 'privacy' | 'marketing' | 'nightPush'; version: number; required: boolean; text: { ko: string; en: string }; publishedAt: string })[] }
  }
  'POST /api/terms': {
    query: never
    body: { consent: 'terms' | 'privacy' | 'marketing' | 'nightPush'; text: { ko: string; en: string } }
    answer: { consent: 'terms' | 'privacy' | 'marketing' | 'nightPush'; version: number }
  }
  'GET /api/terms/*/*': {
    query: never
    body: never
    answer: { consent: 'terms' | 'privacy' | 'marketing' | 'nightPush'; version: number; required: boolean; text: { ko: string; en: string }; publishedAt: string }
  }
  'GET /boards/*/atom.xml': {
    query: { category?: string; tag?: string }
    body: never
    answer: null
  }
  'GET /boards/*/rss.xml': {
    query: { category?: string; tag?: string }
    body: never
    answer: null
  }
  'GET /files/*/*/*': {
    query: { expires?: string; signature?: string }
    body: never
    answer: null
  }
  'GET /sitemap.xml': {
    query: never
    body: never
    answer: null
  }
  'GET /sitemaps/*': {
    query: never
    body: never
    answer: null
  }
}
