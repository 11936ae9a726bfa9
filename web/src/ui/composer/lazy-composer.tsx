import { type ComponentProps, lazy, Suspense } from 'react'

const Composer = lazy(async () => ({ default: (await import('./composer.tsx')).Composer }))

/** The composer, fetched where one may write; its place is kept meanwhile. */
export function LazyComposer(props: ComponentProps<typeof Composer>) {
  return (
    <Suspense fallback={<div className="composer min-h-36" aria-busy="true" />}>
      <Composer {...props} />
    </Suspense>
  )
}
