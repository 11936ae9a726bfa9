import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Page } from '../ui/page.tsx'
import { wordsOf } from '../words/words.tsx'
import { forceStates } from './force.ts'
import type { Story } from './story.ts'

const useWords = wordsOf<'gallery'>('gallery')
const files = import.meta.glob<{ story: Story }>('../ui/**/*.stories.tsx', { eager: true })
const stories = Object.values(files)
  .map(({ story }) => story)
  .sort((a, b) => (a.component < b.component ? -1 : 1))

/** `/gallery`, or one component of it: `/gallery?only=Button`. */
export function Component() {
  const t = useWords()
  const only = useSearchParams()[0].get('only')
  const shown = stories.filter(({ component }) => only === null || component === only)
  const [alive, setAlive] = useState(false)
  useEffect(() => {
    forceStates()
    setAlive(true)
  }, [])
  return (
    <Page title={t('gallery')} crumbs={[]} robots="noindex" aside={<Contents />} asideLabel="Components">
      <h1 className="mb-6">{t('gallery')}</h1>
      {/* Some states are of the browser alone. */}
      {alive && shown.map((story) => <Section key={story.component} story={story} />)}
    </Page>
  )
}

function Contents() {
  return (
    <ul className="grid gap-1 text-13">
      {stories.map(({ component }) => (
        <li key={component}>
          <a className="quiet inline-flex min-h-6 items-center" href={`#${component}`}>
            {component}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Section({ story: { component, states } }: { story: Story }) {
  return (
    <section id={component} className="mb-10" aria-label={component}>
      <h2 className="mb-3 border-b border-line pb-2 text-18 font-semibold">{component}</h2>
      <div className="grid gap-4">
        {Object.entries(states).map(([name, Draw]) => (
          <section key={name} className="grid gap-1.5" aria-label={`${component}: ${name}`}>
            <p className="text-12 text-ink-3">{name}</p>
            <div>
              <Draw />
            </div>
          </section>
        ))}
      </div>
    </section>
  )
}
