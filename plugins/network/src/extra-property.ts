import {Flags, type Json, type JsonObject, UsageError} from '@osc-cli/core'

/** `--extra-property`, for attributes without an option. */
export const extraPropertyFlags = {
  'extra-property': Flags.pairs({
    description: 'Attribute without an option; TYPE is str (default), int, bool, list (a;b) or dict (a:1;b:2)',
    helpValue: 'type=TYPE,name=NAME,value=VALUE',
    keys: {required: ['name', 'value'], optional: ['type']},
  }),
}

interface ExtraFlags {
  'extra-property'?: Record<string, string>[] | undefined
}

const READ: Readonly<Record<string, (text: string) => Json>> = {
  str: (text) => text,
  int: readInteger,
  bool: (text) => text.toLowerCase() === 'true',
  list: (text) => (text === '' ? [] : text.split(';')),
  dict: readDict,
}

/** The attributes of a body that `--extra-property` names. */
export function extraProperties(flags: ExtraFlags): JsonObject {
  const pairs = (flags['extra-property'] ?? []).map(({type = 'str', name = '', value = ''}): [string, Json] => {
    const read = READ[type]
    if (read) return [name, read(value)]
    throw new UsageError(`Option --extra-property: '${type}' is not a type of property ${name}.`, {
      hint: `Use one of ${Object.keys(READ).join(', ')}.`,
    })
  })
  return Object.fromEntries(pairs)
}

/** The same attributes, each with null: what `unset` sends. */
export const clearedProperties = (flags: ExtraFlags): JsonObject =>
  Object.fromEntries((flags['extra-property'] ?? []).map(({name = ''}) => [name, null]))

function readInteger(text: string): number {
  if (/^[+-]?\d+$/.test(text.trim())) return Number(text)
  throw new UsageError(`Option --extra-property: '${text}' is not an integer.`)
}

/** A part without a colon belongs to the value before it. */
function readDict(text: string): JsonObject {
  const entries: [string, string][] = []
  for (const part of text === '' ? [] : text.split(';')) {
    const colon = part.indexOf(':')
    const last = entries.at(-1)
    if (colon >= 0) entries.push([part.slice(0, colon), part.slice(colon + 1)])
    else if (last) last[1] += `;${part}`
    else throw new UsageError(`Option --extra-property: the value of key '${part}' is missing.`)
  }
  return Object.fromEntries(entries)
}
