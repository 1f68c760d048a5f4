import type {ReferenceCommand} from '../../test/reference/read.ts'
import {camel, key, member, pascal, quote} from './names.ts'
import {bodyOf, pathWith, type Style, wireOf} from './style.ts'

/** The noun's own file: its descriptor, what `show` prints, and the columns of its list. */
export function descriptor(style: Style, list: ReferenceCommand | undefined): string {
  const {noun} = style
  const attributes = bodyOf(style.resource)
    .map((attribute) => [attribute[0], wireOf(attribute)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const columns = (suffix: string, headers: readonly string[] | undefined) =>
    headers ? ['', ...columnsOf(`${camel(noun)}${suffix}`, `${camel(noun)}Fields`, headers, attributes)] : []
  const tables = [...columns('Columns', list?.columns), ...columns('LongColumns', list?.longColumns)]
  const used = (word: string) => tables.some((line) => line.includes(word))
  const imports = [
    ...(used(': Columns') ? ['type Columns'] : []),
    'defineResource',
    'fields',
    ...(used('pick(') ? ['pick'] : []),
  ]
  return [
    `import {${imports.join(', ')}} from '@osc-cli/core'`,
    ``,
    `export const ${pascal(noun)} = defineResource({`,
    ...linesOf(style).map((line) => `  ${line}`),
    `})`,
    ``,
    `export const ${camel(noun)}Fields = fields({`,
    ...attributes.map(([name, wire]) => `  ${key(name)}: ${quote(wire)},`),
    `})`,
    ...tables,
    ``,
  ].join('\n')
}

function linesOf(style: Style): string[] {
  const {resource, idKey, by, filtersNames, update} = style
  return [
    `noun: ${quote(style.noun)},`,
    `service: ${quote(style.service)},`,
    `path: ${quote(pathWith(style, (param) => `{${param}}`))},`,
    ...(resource.resource_key ? [`member: ${quote(resource.resource_key)},`] : []),
    `collection: ${quote(style.collection)},`,
    ...(resource.max_microversion === undefined ? [] : [`newest: ${quote(resource.max_microversion)},`]),
    ...(by === undefined ? [] : [`by: ${quote(by)},`]),
    ...(by === undefined && !filtersNames ? ['nameFilter: false,'] : []),
    ...(idKey === 'id' ? [] : [`idKey: ${quote(idKey)},`]),
    ...(update === 'PUT' ? ["updateMethod: 'PUT',"] : []),
  ]
}

/** The list's columns. A header that is not an attribute reads the key of that name: compare with the service. */
function columnsOf(
  name: string,
  fields: string,
  headers: readonly string[],
  attributes: readonly (readonly [name: string, wire: string])[],
): string[] {
  const entries = headers.map((header) => {
    const word = header.toLowerCase().replaceAll(' ', '_')
    const found = attributes.find((names) => [word, `is_${word}`, `${word}_id`].some((one) => names.includes(one)))
    return {header: key(header), word, found: found?.[0]}
  })
  if (entries.every(({found}) => found !== undefined))
    return [
      `export const ${name} = pick(${fields}, {`,
      ...entries.map(({header, found = ''}) => `  ${header}: ${quote(found)},`),
      `})`,
    ]
  return [
    `export const ${name}: Columns = {`,
    ...entries.map(
      ({header, word, found}) => `  ${header}: ${found === undefined ? quote(word) : member(fields, found)},`,
    ),
    `}`,
  ]
}
