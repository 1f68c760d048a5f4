import {plural} from '#text/plural'
import {versionOf} from './calls.ts'
import {camel, dashed, key, list, quote} from './names.ts'
import {bodyOf, pathWith, type Style, wireOf} from './style.ts'

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int: 'integer',
  float: 'number',
  dict: 'object',
  list: 'array',
}

/** The noun's collection in the sandbox. Types of keys are the SDK's, where it has them: compare with the service. */
export function sandboxFile(style: Style): string {
  const {noun, resource, parents, idKey} = style
  // Two attributes of the SDK can read one key.
  const types = new Map(
    bodyOf(resource).map((attribute) => [wireOf(attribute), TYPES[attribute[1].type ?? ''] ?? 'any']),
  )
  types.delete(idKey)
  const filters = [...types.keys()].filter((name) => Object.values(resource.query ?? {}).includes(name))
  const records = parents.map((parent) => camel(plural(parent.noun)))
  const parameters = ['cloud: SandboxCloud', ...records.map((name) => `${name}: RestRecords`)]
  const lines = [
    `path: ${quote(`${versionOf(style.service)}${pathWith(style, (param) => `:${param}`)}`)},`,
    ...(resource.resource_key ? [`member: ${quote(resource.resource_key)},`] : []),
    `collection: ${quote(style.collection)},`,
    `noun: ${quote(noun)},`,
    ...(idKey === 'id' ? [] : [`idKey: ${quote(idKey)},`]),
    ...(parents.length > 0
      ? [
          `parents: {${parents.map(({param}, at) => `${param}: {records: ${records[at]}, key: ${quote(param)}}`).join(', ')}},`,
        ]
      : []),
    ...(style.create === 'PUT' ? [`createMethod: 'PUT',`] : []),
    ...(style.update === 'PUT' ? [`updateMethod: 'PUT',`] : []),
    ...(style.update === 'JSON patch' ? [`jsonPatch: true,`] : []),
    ...(style.update === undefined ? [`without: ['update'],`] : []),
    ...(filters.length > 0 ? [`filters: ${list(filters)},`] : []),
    `fields: {`,
    ...[...types].map(([name, type]) => `  ${key(name)}: {type: ${quote(type)}, nullable: true},`),
    `},`,
  ]
  return [
    `import {type RestRecords, restRecords, type SandboxCloud} from '@osc-cli/core/sandbox'`,
    ``,
    `export const ${camel(plural(noun))} = (${parameters.join(', ')}): RestRecords =>`,
    `  restRecords(cloud, ${quote(`${style.service}/${plural(dashed(noun))}`)}, {`,
    ...lines.map((line) => `    ${line}`),
    `  })`,
    ``,
  ].join('\n')
}
