import type {Facts} from '#advice/remedies/types'
import {isUnreadable} from '#cloud/config/read-file'
import type {RunState} from '#line/run-state'

/** Files whose secrets are missing. In a pipe they were not reported. */
export function unreadable(code: string, {config}: RunState): string | undefined {
  if (code !== 'MissingParameter' && code !== 'WrongPassword') return undefined
  return config?.()?.warnings.filter(isUnreadable).join(' ') || undefined
}

/** What the message and its hint cannot know: the setting of the address, the state and what it allows. */
export function noteOf({setter, state, verbs, noun}: Facts): string | undefined {
  if (setter) return `${setter.replace('; the', 'The')}.`
  if (state === undefined) return undefined
  return `State: ${state}.${verbs === undefined ? '' : ` Commands that work in this state: ${noun} ${verbs}.`}`
}
