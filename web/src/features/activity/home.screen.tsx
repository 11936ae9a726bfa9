import { useInstance, useMe } from '../../app/session.ts'
import { Page } from '../../ui/page.tsx'
import { Feed } from './feed.tsx'
import { FrontPage } from './front-page.tsx'
import { HomeAside } from './home-aside.tsx'
import { useWords } from './words.ts'

export function Component() {
  const t = useWords()
  const me = useMe()
  const { name } = useInstance()
  return (
    <Page
      title={t('home')}
      description={t('what-this-is', { name })}
      crumbs={[]}
      canonical="/"
      flush
      aside={<HomeAside />}
      asideLabel={t('today')}
    >
      {me ? <Feed me={me} /> : <FrontPage />}
    </Page>
  )
}
