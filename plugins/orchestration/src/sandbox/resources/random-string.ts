import {randomInt} from 'node:crypto'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {PropertyError} from '#sandbox/resources/properties'
import type {ResourceType} from '#sandbox/resources/type'

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const CLASSES: Readonly<Record<string, string>> = {
  lettersdigits: `${LOWER}${LOWER.toUpperCase()}0123456789`,
  letters: `${LOWER}${LOWER.toUpperCase()}`,
  lowercase: LOWER,
  uppercase: LOWER.toUpperCase(),
  digits: '0123456789',
  hexdigits: '0123456789ABCDEF',
  octdigits: '01234567',
}

const min = {
  type: 'integer',
  description: 'Minimum number of these characters.',
  default: 1,
  constraints: [{kind: 'range', min: 1, max: 512}],
} as const

export const RandomStringResource: ResourceType = {
  name: 'OS::Heat::RandomString',
  description: 'A random string, for passwords and other secrets.',
  since: '2014.1',
  properties: {
    length: {
      type: 'integer',
      description: 'Length of the string.',
      default: 32,
      constraints: [{kind: 'range', min: 1, max: 512}],
    },
    character_classes: {
      type: 'list',
      description: 'Character classes and the minimum number of each.',
      default: [{class: 'lettersdigits', min: 1}],
      schema: {
        '*': {
          type: 'map',
          description: 'A class.',
          schema: {
            class: {
              type: 'string',
              description: 'The class.',
              default: 'lettersdigits',
              constraints: [{kind: 'allowed_values', values: Object.keys(CLASSES)}],
            },
            min,
          },
        },
      },
    },
    character_sequences: {
      type: 'list',
      description: 'Character sequences and the minimum number of each.',
      schema: {
        '*': {
          type: 'map',
          description: 'A sequence.',
          schema: {sequence: {type: 'string', description: 'The characters.', required: true}, min},
        },
      },
    },
    salt: {type: 'string', description: 'Value that is not used; change it to generate a new string.'},
  },
  attributes: {value: {description: 'The string; also the value of a reference to the resource.', type: 'string'}},
  validate(properties) {
    const required = setsOf(properties).reduce((sum, set) => sum + set.min, 0)
    if (required > Number(properties.length))
      throw new PropertyError(
        '',
        'Length property cannot be smaller than combined character class and character sequence minimums',
      )
  },
  create(handle) {
    handle.setData({value: generate(setsOf(handle.properties), Number(handle.properties.length))})
    handle.setPhysicalId(handle.record.physicalName)
  },
  attribute: ({record}) => record.data.value,
  reference: ({record}) => record.data.value ?? record.physicalId ?? record.name,
}

interface CharacterSet {
  characters: string
  min: number
}

function setsOf({character_classes: classes, character_sequences: sequences}: JsonObject): CharacterSet[] {
  const own = asArray(sequences).map(asObject)
  const named = asArray(classes).map(asObject)
  return [
    ...own.map(({sequence, min: least}) => ({characters: asText(sequence) ?? '', min: Number(least)})),
    ...named.map((entry) => ({characters: CLASSES[asText(entry.class) ?? ''] ?? '', min: Number(entry.min)})),
  ]
}

function generate(sets: readonly CharacterSet[], length: number): string {
  const pick = (characters: string) => characters[randomInt(characters.length)] ?? ''
  const all = sets.map(({characters}) => characters).join('')
  const text = sets.flatMap((set) => Array.from({length: set.min}, () => pick(set.characters)))
  while (text.length < length) text.push(pick(all))
  for (let i = text.length - 1; i > 0; i--) {
    const other = randomInt(i + 1)
    ;[text[i], text[other]] = [text[other] ?? '', text[i] ?? '']
  }
  return text.join('')
}
