import {type Polling, pollThroughOutages} from '#cloud/outage'
import type {Session} from '#cloud/types'
import type {CleanupItem} from '#common/cleanup/types'
import {HttpError, WaitError} from '#errors'
import {asObject, asText, isObject} from '#json'

export interface Patience extends Polling {
  /** Seconds that one thing may take to go. */
  limit: number
}

/** Takes one thing away, and waits until it is gone where others depend on that. What is gone already is fine. */
export async function remove(session: Session, item: CleanupItem, patience: Patience): Promise<void> {
  const {service, before, removal, watch} = item
  if (before) await unlessGone(() => session.request({service, ...before()}))
  try {
    await session.request({service, ...removal()})
  } catch (error) {
    // Cinder answers 404 also where its backup service is down, and keeps the backup.
    if (!HttpError.is(error, 404) || (watch && (await remains(session, service, watch)))) throw error
    return
  }
  if (watch) await gone(session, item, watch, patience)
}

type Watch = NonNullable<CleanupItem['watch']>

/**
 * Unlike `waitUntil`, it ends at the first failed request, which is reported beside the failures of other records, and takes
 * records that Heat keeps as deleted for gone.
 */
async function gone(
  session: Session,
  {service, type, id}: CleanupItem,
  watch: Watch,
  patience: Patience,
): Promise<void> {
  let waited = 0
  const poll = async (): Promise<true | undefined> => {
    const left = await remains(session, service, watch)
    if (!left) return true
    const {status, why} = left
    if (/^(DELETE_FAILED|ERROR_DELETING)$/.test(status))
      throw new WaitError(`${type} ${id} is ${status}${why ? `: ${why}` : '.'}`)
    if (waited >= patience.limit) throw new WaitError(`${type} ${id} is still ${status} after ${patience.limit} s.`)
    waited += 1
    return undefined
  }
  await pollThroughOutages(patience, poll, () => 1)
}

/** The status of something and the reason for it; undefined if it is gone. */
async function remains(
  session: Session,
  service: string,
  {path, status: key, reason}: Watch,
): Promise<{status: string; why: string | undefined} | undefined> {
  const answer = await unlessGone(() => session.get(service, path()))
  if (!answer) return undefined
  const record = asObject(Object.values(answer).find(isObject))
  const status = (asText(record[key]) ?? '').toUpperCase()
  return /^(DELETE_COMPLETE|DELETED)$/.test(status) ? undefined : {status, why: asText(record[reason])}
}

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (HttpError.is(error, 404)) return undefined
    throw error
  }
}
