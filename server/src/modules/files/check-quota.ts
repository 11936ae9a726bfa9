import type { Clock } from '../../kernel/clock.ts'
import type { Queryable } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { usageOf } from './file-store.ts'
import { quotaReached } from './problems.ts'
import { dailyQuotaMiB, quotaMiB } from './settings.ts'

const MiB = 1024 * 1024
const dayMs = 24 * 3600_000
/** The day of a quota is the last 24 hours. */
const dayStart = (clock: Clock) => new Date(clock.now().getTime() - dayMs)

export interface Usage {
  usedBytes: number
  quotaBytes: number
  usedTodayBytes: number
  dailyQuotaBytes: number
}

export async function readUsage({ clock, settings }: Platform, db: Queryable, ownerId: string): Promise<Usage> {
  const { all, today } = await usageOf(db, ownerId, dayStart(clock))
  return {
    usedBytes: all,
    quotaBytes: settings.get(quotaMiB) * MiB,
    usedTodayBytes: today,
    dailyQuotaBytes: settings.get(dailyQuotaMiB) * MiB,
  }
}

/** Refuses what would go over the member's space, in all or in a day. */
export async function checkQuota(platform: Platform, db: Queryable, ownerId: string, sizeBytes: number): Promise<void> {
  const usage = await readUsage(platform, db, ownerId)
  const full = usage.usedBytes + sizeBytes > usage.quotaBytes
  if (full || usage.usedTodayBytes + sizeBytes > usage.dailyQuotaBytes) throw quotaReached({ facts: { ...usage } })
}
