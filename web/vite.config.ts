import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { features } from './build/features.ts'
import { fonts } from './build/fonts.ts'
import { leanRouter } from './build/lean-router.ts'
import { precompress } from './build/precompress.ts'
import { words } from './build/words.ts'

// The entry waits for the first screen, and screens stand on the shell: together they would wait for each other.
const shell =
  /src\/(?:app|api|live|words|ui)\/(?!entry-|stream\.|use-fresh|subject-card|kind-chip|use-current|change-visitor)[\w-]+\.tsx?$|src\/features\/[\w-]+\/(?:feature|words)\.ts$|make-plural|preload-helper|@messageformat\/runtime|virtual:features|csp-provider/

/** Few files for the first page, each with what changes together: the frameworks, the shell, lists, and a post with the talk below it. */
const chunkGroups = [
  { name: 'framework', test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack)\// },
  { name: 'icons', test: /node_modules\/lucide-react\/|src\/ui\/lucide-icon/, minShareCount: 5 },
  {
    name: 'forms',
    test: /src\/ui\/(?:form|field|data-table|switch|bare-page|cover|cloths|fresh|use-act)/,
  },
  { name: 'composer', test: /src\/(?:ui\/composer\/(?!lazy)|api\/upload)/ },
  {
    name: 'list',
    test: /src\/(?:ui\/(?:follow-button|responses|use-response|segmented|new-items|menu\.tsx|more-items|markdown\/)|features\/community\/(?:status-tag|summary-of|named|post-row|post-list))/,
  },
  {
    name: 'talk',
    test: /src\/(?:ui\/comments\/(?!comment-queries|thread-acts)|ui\/composer\/lazy|features\/community\/(?:(?:post-(?:head|body|aside|menu)|use-post-acts|use-count)))/,
  },
  { name: 'shell', test: shell },
]

const lucideIcon = fileURLToPath(new URL('src/ui/lucide-icon.ts', import.meta.url))

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  appType: 'custom',
  plugins: [words(), features(), fonts(), leanRouter(), react(), tailwind(), precompress()],
  // Found at once: what a lazy part brings later would reload the page under whoever works on it.
  optimizeDeps: {
    entries: ['src/**/*.tsx', '!src/app/entry-server.tsx'],
    include: ['@messageformat/runtime', '@messageformat/runtime/lib/cardinals'],
  },
  // On both sides of a build; while developing neither side has it.
  ...(command === 'build' && {
    resolve: { alias: [{ find: /^\.\.\/createLucideIcon\.mjs$/, replacement: lucideIcon }] },
  }),
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: 'src/app/entry-client.tsx',
          output: { codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups } },
        },
      },
    },
    ssr: {
      // Bundled, so that the production React is used whatever NODE_ENV the server runs with.
      ...(command === 'build' && {
        resolve: { noExternal: true },
        define: { 'process.env.NODE_ENV': '"production"' },
      }),
      build: { outDir: 'dist/server', ssr: true, rolldownOptions: { input: 'src/app/entry-server.tsx' } },
    },
  },
}))
