import { hasPackages, installPackages } from './packages.js'
import { hasRuntime, installRuntime, runtime } from './runtime.js'
import { withSetupLock } from './setup-lock.js'
import { buildWeb, hasWeb } from './web.js'

/**
 * Sees to a Node, the packages and, if wanted, a built web part; does nothing where nothing has changed. Gives the
 * path of the Node.
 */
export async function prepare({ dev, web }) {
  const steps = [
    [hasRuntime, installRuntime],
    [() => hasPackages(dev), () => installPackages(dev)],
    ...(web ? [[hasWeb, buildWeb]] : []),
  ]
  if (!steps.every(([isDone]) => isDone())) {
    await withSetupLock(async () => {
      for (const [isDone, work] of steps) if (!isDone()) await work()
    })
  }
  return runtime()
}
