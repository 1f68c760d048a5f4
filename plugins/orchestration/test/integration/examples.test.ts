import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, asText} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {noteCalls} from '@osc-cli/core/test/integration/support/calls'
import {cloudEnv, oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {type Example, examples} from '@osc-cli/core/test/integration/support/examples'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {runShell} from '@osc-cli/core/test/support/run'
import {after, before, beforeEach, describe, it} from 'mocha'
import {gone, makeNested, makeStack, paused, recordOf, settled} from './support/stacks.ts'
import {WEB} from './support/templates.ts'

/** What is made before all others are looked at. */
const FIRST = ['stack create', 'software config create', 'software deployment create']

/** What changes things, each in the state that those before it leave. */
const LAST = [
  'stack snapshot create',
  'stack snapshot list',
  'stack snapshot show',
  'stack snapshot restore',
  'stack snapshot delete',
  'stack hook poll',
  'stack hook clear',
  'stack update',
  'stack check',
  'stack suspend',
  'stack resume',
  'stack export',
  'stack abandon',
  'stack adopt',
  'stack cancel',
  'stack delete',
  'software deployment delete',
  'software config show',
  'software config delete',
]

/** What a cloud may lack, by the beginning of the command. */
const FEATURES: Record<string, string> = {
  'stack abandon': 'stack-adopt',
  'stack adopt': 'stack-adopt',
  'stack hook': 'stack-hooks',
  'stack snapshot': 'stack-snapshots',
}

const place = ({id}: Example) => (FIRST.includes(id) ? FIRST.indexOf(id) - FIRST.length : LAST.indexOf(id) + 1)
const ordered = examples('@osc-cli/plugin-heat').toSorted((a, b) => place(a) - place(b))

describe('the examples of heat work as printed', () => {
  const osc = oscOnCloud()
  const stacks = ['web', 'broken', 'waiting']

  const remove = async (stack: string) => {
    await api('orchestration', 'DELETE', `/stacks/${stack}`)
    await gone(stack)
  }

  /** What the examples of a command find. */
  const prepare: Record<string, () => Promise<unknown>> = {
    async 'stack hook clear'() {
      await remove('waiting')
      await prepare['stack hook poll']?.()
    },
    async 'stack hook poll'() {
      const environment = {resource_registry: {resources: {greeting: {hooks: 'pre-create'}}}}
      await makeStack('waiting', {template: WEB, until: 'CREATE_IN_PROGRESS', more: {environment}})
      await paused('waiting')
    },
    async 'stack cancel'() {
      const {id} = await recordOf('/stacks/web', 'stack')
      const parameters = {wait: 5, text: `slow ${Date.now()}`}
      await api('orchestration', 'PATCH', `/stacks/web/${asText(id)}`, {parameters})
    },
  }

  before(async () => {
    const files = {'web.yaml': WEB, 'web-env.yaml': 'parameters: {text: well}\n', 'hello.sh': '#!/bin/sh\necho hello\n'}
    for (const [name, text] of Object.entries(files)) writeFileSync(join(osc.place.work, name), text)
    await makeNested('broken', {parameters: {fail: true}, until: 'CREATE_FAILED'})
  })

  after(async function undo() {
    this.timeout(120_000)
    await Promise.all(stacks.map(remove))
    const {software_configs} = await recordOf('/software_configs')
    for (const {id, name} of asArray(software_configs).map(asObject))
      if (name === 'hello') await api('orchestration', 'DELETE', `/software_configs/${asText(id)}`)
  })

  beforeEach(() => settled('web'))

  for (const {id, command} of ordered) {
    it(command, async function () {
      for (const [words, feature] of Object.entries(FEATURES)) if (id.startsWith(words)) lacks(this, feature)
      await prepare[id]?.()
      const result = await runShell(command, {place: osc.place, env: cloudEnv(), record: noteCalls})
      assert.equal(result.status, 0, `${result.stdout}\n${result.stderr}`)
    })
  }
})
