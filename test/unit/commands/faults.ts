import {readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {TestCloud} from '#testing/index'

/** Faults that occur once; the next attempt succeeds. */
export const FAULTS = ['reset', 'truncate', '401', '429', '500', '502', '503']

/** Variables that select a copy of clouds.yaml in which requests time out after some seconds. */
export function impatient({work}: TestCloud, seconds = 1.5): Record<string, string> {
  const file = join(work, 'impatient.yaml')
  const text = readFileSync(join(dirname(work), 'clouds.yaml'), 'utf8')
  writeFileSync(file, text.replace(/^( +)auth:/gm, `$1api_timeout: ${seconds}\n$&`), {mode: 0o600})
  return {OS_CLIENT_CONFIG_FILE: file}
}
