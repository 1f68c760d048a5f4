import type {ReferenceCommand} from '../../test/reference/read.ts'
import {quote} from './names.ts'
import type {Parent, Style} from './style.ts'
import {lineOf, parentName} from './texts.ts'

/** Verbs of a noun's life, in its order. */
const STORY = ['create', 'list', 'show', 'set', 'unset', 'delete']

/** The noun's test: its examples, one after the other on a sandbox. The author adds what they must print and how they fail. */
export function testFile(style: Style, commands: readonly ReferenceCommand[], isAlone: boolean): string {
  const {noun} = style
  const steps = STORY.flatMap((verb) => commands.find(({name}) => name === `${noun} ${verb}`) ?? [])
  return [
    `import assert from 'node:assert/strict'`,
    `import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'`,
    ``,
    `describe(${quote(noun)}, () => {`,
    `  let cloud: TestCloud`,
    `  before(async () => {`,
    `    cloud = await startTestCloud(${isAlone ? "{plugins: ['.', '@osc-cli/plugin-identity']}" : ''})`,
    ...style.parents.map((parent) => `    await ok(${quote(creationOf(parent, style))})`),
    `  })`,
    `  after(() => cloud?.close())`,
    ``,
    `  const ok = async (line: string): Promise<string> => {`,
    `    const {status, stdout, stderr} = await cloud.osc(...line.split(' '))`,
    `    assert.equal(status, 0, stderr)`,
    `    return stdout`,
    `  }`,
    ``,
    `  it(${quote(`runs ${steps.map(({name}) => name.slice(noun.length + 1)).join(', ')}`)}, async () => {`,
    ...steps.map((command) => `    await ok(${quote(lineOf(command, noun, style).join(' '))})`),
    `  })`,
    `})`,
    ``,
  ].join('\n')
}

/** The plugin may not have the parent's commands: it is created by its API. */
function creationOf(parent: Parent, {service}: Style): string {
  const {path, resource_key: member} = parent.resource
  const record = {name: parentName(parent)}
  return `api POST ${path} --service ${service} --data ${JSON.stringify(member ? {[member]: record} : record)}`
}
