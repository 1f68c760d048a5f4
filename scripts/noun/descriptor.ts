import type {ReferenceCommand} from '../../test/reference/read.ts'
import {camel, key, pascal, quote} from './names.ts'
import {idKeyOf, isPut, type ReferenceResource} from './reference.ts'

/** The noun's own file: its descriptor, what `show` prints, and the columns of its list. */
export function descriptor(
  noun: string,
  service: string,
  resource: ReferenceResource,
  list: ReferenceCommand | undefined,
): string {
  const attributes = Object.entries(resource.attributes)
    .filter(([, {in: place}]) => place === undefined)
    .map(([name, {wire = name}]) => [name, wire] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const idKey = idKeyOf(resource)
  const resourceLines = [
    `noun: ${quote(noun)},`,
    `service: ${quote(service)},`,
    `path: ${quote(resource.path.replace(/%\((\w+)\)s/g, '{$1}'))},`,
    ...(resource.resource_key === undefined ? [] : [`member: ${quote(resource.resource_key)},`]),
    `collection: ${quote(resource.resources_key ?? camel(noun))},`,
    ...(resource.max_microversion === undefined ? [] : [`newest: ${quote(resource.max_microversion)},`]),
    ...(idKey === undefined ? [] : [`by: 'path',`, `idKey: ${quote(idKey)},`]),
    ...(isPut(resource) ? ["updateMethod: 'PUT',"] : []),
  ]
  const columns = (suffix: string, headers: readonly string[] | undefined) => {
    if (!headers) return []
    const entries = headers.map((header) => {
      const wanted = header.toLowerCase().replaceAll(' ', '_')
      const found = attributes.find((names) => names.includes(wanted))
      return `  ${key(header)}: ${quote(found ? found[0] : `TODO ${wanted}`)},`
    })
    return [``, `export const ${camel(noun)}${suffix} = pick(${camel(noun)}Fields, {`, ...entries, `})`]
  }
  return [
    `import {defineResource, fields${list?.columns ? ', pick' : ''}} from '@osc-cli/core'`,
    ``,
    `export const ${pascal(noun)} = defineResource({`,
    ...resourceLines.map((line) => `  ${line}`),
    `})`,
    ``,
    `export const ${camel(noun)}Fields = fields({`,
    ...attributes.map(([name, wire]) => `  ${key(name)}: ${quote(wire)},`),
    `})`,
    ...columns('Columns', list?.columns),
    ...columns('LongColumns', list?.longColumns),
    ``,
  ].join('\n')
}
