import type {Remedy} from '#advice/remedies/types'
import {asArray, asObject, asText, type Json} from '#json'

/** A remedy as a plugin declares it, as a list of one; empty when it is of the wrong form. */
export function readRemedy(entry: Json): Remedy[] {
  const {when, cause, fix, next} = asObject(entry)
  const {code, service, command, message} = asObject(when)
  const codes = typeof code === 'string' ? [code] : texts(code)
  if (codes.length === 0 || !isPattern(message)) return []
  const only = Object.entries({service, command, message}).filter(([, value]) => typeof value === 'string')
  const given = Object.fromEntries(Object.entries({cause, fix}).filter(([, value]) => typeof value === 'string'))
  return [{when: {code: codes, ...Object.fromEntries(only)}, ...given, next: texts(next)}]
}

const texts = (value: Json | undefined): string[] => asArray(value).flatMap((entry) => asText(entry) ?? [])

function isPattern(message: Json | undefined): boolean {
  try {
    return message === undefined || (typeof message === 'string' && new RegExp(message) instanceof RegExp)
  } catch {
    return false
  }
}
