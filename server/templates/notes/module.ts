import { defineModule } from '../../src/module.ts'
import type { IdentityApi } from '../../src/modules/identity/index.ts'
import type { InteractionsApi } from '../../src/modules/interactions/index.ts'
import { events } from './events.ts'
import type { NotesApi } from './index.ts'
import { noteKind } from './note.ts'
import { routes } from './routes.ts'

export const notesModule = defineModule<{ identity: IdentityApi; interactions: InteractionsApi }>()<NotesApi>({
  name: 'notes',
  needs: ['identity', 'interactions'],
  migrations: new URL('./migrations/', import.meta.url),
  events,
  setup: (platform, needs) => ({ api: {}, kinds: [noteKind], routes: routes(platform, needs) }),
})
