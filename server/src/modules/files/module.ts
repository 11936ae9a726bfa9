import { defineModule } from '../../module.ts'
import { eraseOrphansJob } from './erase-orphans.job.ts'
import { fileErased, fileReady } from './events.ts'
import { fileUrl } from './file-row.ts'
import { findFiles } from './file-store.ts'
import type { FileFacts, FilesApi } from './index.ts'
import { keepFilesOfDrafts } from './keep-files-of-drafts.ts'
import { keepReferences } from './keep-references.ts'
import { fileRoutes } from './routes.ts'
import { dailyQuotaMiB, linkTtlS, quotaMiB } from './settings.ts'
import { wearAvatar } from './wear-avatar.ts'

export const filesModule = defineModule()({
  name: 'files',
  migrations: new URL('./migrations/', import.meta.url),
  events: [fileReady, fileErased],
  setup: (platform) => {
    const api: FilesApi = {
      async find(ids) {
        const found = new Map<string, FileFacts>()
        for (const { id, kind, ownerId, state, name, type, sizeBytes, sha256, width, height } of await findFiles(
          platform.db,
          ids,
        ))
          if (state !== 'erased')
            found.set(id, { id, kind, ownerId, state, name, type, sizeBytes, sha256, width, height })
        return found
      },
      urlOf: fileUrl,
    }
    return {
      api,
      routes: fileRoutes(platform),
      settings: [quotaMiB, dailyQuotaMiB, linkTtlS],
      subjectHooks: [keepReferences(platform.clock)],
      inTransaction: [wearAvatar(platform.clock), keepFilesOfDrafts(platform.clock)],
      jobs: [eraseOrphansJob(platform)],
    }
  },
})
