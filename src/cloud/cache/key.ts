import {join} from 'node:path'
import {readPrivate, writePrivate} from '#cloud/cache/files'
import type {Json} from '#json'

/** What an entry is found by; a value that is undefined counts as absent. */
export type CacheKey = Readonly<Record<string, Json | undefined>>

const SECRET = 'key'
const FORM = /^[0-9a-f]{64}$/

/**
 * The name of an entry's file. Passwords take part, so it is keyed with a secret of the folder: the name alone gives
 * nobody a way to try passwords. undefined while the folder has no secret, and so no entries.
 */
export function fileName(folder: string, kind: string, key: CacheKey): string | undefined {
  const secret = readSecret(folder)
  if (secret === undefined) return undefined
  const given = Object.entries(key).filter(([, value]) => value !== undefined)
  const {createHmac} = process.getBuiltinModule('node:crypto')
  const hmac = createHmac('sha256', secret).update(JSON.stringify(given.sort(byName)))
  return join(folder, `${kind}-${hmac.digest('hex').slice(0, 40)}.json`)
}

/** Gives the folder its secret. Of several processes that do so at once, one decides and the others read what it chose. */
export function makeSecret(folder: string): void {
  if (readSecret(folder) !== undefined) return
  const path = join(folder, SECRET)
  const secret = process.getBuiltinModule('node:crypto').randomBytes(32).toString('hex')
  writePrivate(path, secret, {keep: true})
  if (readSecret(folder) === undefined) writePrivate(path, secret)
}

function readSecret(folder: string): string | undefined {
  const secret = readPrivate(join(folder, SECRET))
  return secret !== undefined && FORM.test(secret) ? secret : undefined
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)
