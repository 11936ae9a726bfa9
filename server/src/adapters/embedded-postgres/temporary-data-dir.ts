import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new DATA_DIR for a bench or a test, to be removed by who made it. Others may enter it: closed to all but root, its
 * cluster would lie under /var/lib and stay there.
 */
export async function temporaryDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-bench-'))
  await chmod(folder, 0o755)
  return folder
}
