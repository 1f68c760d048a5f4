import type {Session} from '#cloud/types'
import type {Doomed} from '#common/cleanup/types'
import {HttpError, WaitError} from '#errors'
import {asObject, asText, isObject} from '#json'

export interface Patience {
  pause(seconds: number): Promise<void>
  /** Seconds that one thing may take to go. */
  limit: number
}

/** Takes one thing away, and waits until it is gone where others depend on that. What is gone already is fine. */
export async function remove(session: Session, doomed: Doomed, patience: Patience): Promise<void> {
  const {service, before, removal, watch} = doomed
  if (before) await unlessGone(() => session.request({service, ...before()}))
  const sent = await unlessGone(() => session.request({service, ...removal()}))
  if (sent && watch !== undefined) await gone(session, doomed, watch, patience)
}

async function gone(
  session: Session,
  {service, type, id}: Doomed,
  {path, status: key, reason}: NonNullable<Doomed['watch']>,
  patience: Patience,
): Promise<void> {
  for (let waited = 0; ; waited += 1) {
    const answer = await unlessGone(() => session.get(service, path()))
    if (!answer) return
    const record = asObject(Object.values(answer).find(isObject))
    const status = (asText(record[key]) ?? '').toUpperCase()
    if (/^(DELETE_COMPLETE|DELETED)$/.test(status)) return
    if (/^(DELETE_FAILED|ERROR_DELETING)$/.test(status)) {
      const why = asText(record[reason])
      throw new WaitError(`${type} ${id} is ${status}${why ? `: ${why}` : '.'}`)
    }
    if (waited >= patience.limit) throw new WaitError(`${type} ${id} is still ${status} after ${patience.limit} s.`)
    await patience.pause(1)
  }
}

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (HttpError.is(error, 404)) return undefined
    throw error
  }
}
