import type {Facts} from '#advice/remedies/types'
import {isPassedOver} from '#cloud/config/read-file'
import type {RunState} from '#line/run-state'

/** Files whose secrets are missing now. In a pipe nobody was told of them. */
export function unreadable(code: string, {config}: RunState): string | undefined {
  if (code !== 'MissingParameter' && code !== 'WrongPassword') return undefined
  return config?.()?.warnings.filter(isPassedOver).join(' ') || undefined
}

/** What the message and its hint cannot know: the setting of the address, the state and what it allows. */
export function noteOf({setter, state, verbs, noun}: Facts): string | undefined {
  if (setter) return `${setter.replace('; it is', 'The address is')}.`
  if (state === undefined) return undefined
  return `It is in the state ${state}${verbs === undefined ? '' : `; now there are: ${noun} ${verbs}`}.`
}
