import type {ReferenceCommand} from '../../test/reference/read.ts'
import {camel, dashed, key, quote} from './names.ts'
import {idKeyOf, isPut, type ReferenceResource} from './reference.ts'

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int: 'integer',
  float: 'number',
  dict: 'object',
  list: 'array',
}

/** The noun's collection in the sandbox. Types and defaults of keys are the SDK's, where it has them: compare with the service. */
export function sandboxFile(noun: string, plugin: string, resource: ReferenceResource): string {
  // Two attributes of the SDK can read one key.
  const types = new Map(
    Object.entries(resource.attributes)
      .filter(([name, {in: place}]) => place === undefined && name !== 'id')
      .map(([name, {wire = name, type = ''}]) => [wire, TYPES[type] ?? 'any']),
  )
  const keys = [...types].map(([name, type]) => `    ${key(name)}: {type: ${quote(type)}, nullable: true},`)
  const idKey = idKeyOf(resource)
  return [
    `import {type Routes, restCollection, type SandboxCloud} from '@osc-cli/core/sandbox'`,
    ``,
    `export const ${camel(noun)}Routes = (cloud: SandboxCloud): Routes =>`,
    `  restCollection(cloud, ${quote(`${plugin}/${dashed(noun)}s`)}, {`,
    `    path: ${quote(resource.path.replace(/%\((\w+)\)s/g, ':$1'))},`,
    ...(resource.resource_key === undefined ? [] : [`    member: ${quote(resource.resource_key)},`]),
    `    collection: ${quote(resource.resources_key ?? camel(noun))},`,
    `    noun: ${quote(noun)},`,
    ...(idKey === undefined ? [] : [`    idKey: ${quote(idKey)},`]),
    ...(isPut(resource) ? [`    updateMethod: 'PUT',`] : []),
    ...(resource.allows.includes('patch') ? [`    jsonPatch: true,`] : []),
    ...(resource.allows.includes('commit') ? [] : [`    without: ['update'],`]),
    `    fields: {`,
    ...keys.map((line) => `  ${line}`),
    `    },`,
    `  })`,
    ``,
  ].join('\n')
}

/** A test that fails until the story of the noun is written. */
export function testFile(noun: string, commands: readonly ReferenceCommand[]): string {
  return [
    `import assert from 'node:assert/strict'`,
    `import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'`,
    ``,
    `describe(${quote(noun)}, () => {`,
    `  let cloud: TestCloud`,
    `  before(async () => {`,
    `    cloud = await startTestCloud()`,
    `  })`,
    `  after(() => cloud.close())`,
    ``,
    ...commands.flatMap(({name}) => [
      `  it(${quote(name)}, async () => {`,
      `    const {status, stderr} = await cloud.osc(${name.split(' ').map(quote).join(', ')})`,
      `    assert.equal(status, 0, stderr)`,
      `  })`,
      ``,
    ]),
    `})`,
    ``,
  ].join('\n')
}
