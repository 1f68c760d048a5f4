import assert from 'node:assert/strict'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {type FixtureServer, startFixtureServer} from '@osc-cli/core/test/support/fixture-server'
import {after, before, describe, it} from 'mocha'

/** The templates of `test/templates`, with the values that they need. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  affinity: [],
  artifacts: [],
  cluster: [],
  'existing-network': [],
  functions: [],
  monitoring: [],
  network: [],
  placement: [],
  reservation: [],
  roles: [],
  scaling: [],
  server: ['--parameter', 'note=some text'],
  software: ['--parameter', 'password=secret'],
  storage: [],
  tacker: [],
  'tacker-scaling': [],
  vnf: [],
  webapp: ['--parameter', 'key_name=mine'],
}

/** Types that a cloud may lack, and why. Without any other type the test fails: a mapping would stay unchecked. */
const OPTIONAL: readonly [RegExp, string][] = [
  [/^OS::Senlin::/, 'newer releases of Heat do not have them: Senlin is retired'],
  [/^OS::Aodh::/, 'the alarms of the sandbox cannot be resources of its stacks'],
]

describe('TOSCA templates for Heat', () => {
  const osc = oscOnCloud()
  const folder = mkdtempSync(join(tmpdir(), 'osc-tosca-'))
  let web: FixtureServer
  let known: readonly unknown[]

  before(async function () {
    await needs(this, 'orchestration')
    known = asArray(asObject((await api('orchestration', 'GET', '/resource_types')).body).resource_types)
    cpSync(join(import.meta.dirname, '../templates'), folder, {recursive: true})
    // artifacts.yaml names a file on the web, which osc downloads for Heat: here it is on this machine.
    web = await startFixtureServer({'GET /pages.tgz': {body: 'pages'}})
    const artifacts = join(folder, 'artifacts.yaml')
    writeFileSync(artifacts, readFileSync(artifacts, 'utf8').replace('http://www.example.org', web.url))
  })
  after(async () => {
    rmSync(folder, {recursive: true})
    await web?.stop()
  })

  for (const [name, parameters] of Object.entries(TEMPLATES))
    it(`${name}.yaml becomes a template that Heat accepts`, async function () {
      const [input, output] = [join(folder, `${name}.yaml`), join(folder, 'hot', `${name}.yaml`)]
      const line = ['translate', 'template', '--template-type', 'tosca', '--template-file', input, '--offline']
      await ok(osc(...line, ...parameters, '--output-file', output))
      const text = readFileSync(output, 'utf8')
      const types = new Set(text.matchAll(/type: (OS::\w+::\w+)/g).map(([, type = '']) => type))
      const lacking = [...types].filter((type) => !known.includes(type))
      const reasons = lacking.flatMap((type) => OPTIONAL.find(([pattern]) => pattern.test(type))?.[1] ?? [])
      assert.equal(reasons.length, lacking.length, `The cloud lacks ${lacking.join(', ')}.`)
      if (lacking.length > 0) this.skip()
      for (const [, file = ''] of text.matchAll(/get_file: (?!http)(\S+)/g)) {
        mkdirSync(dirname(join(folder, 'hot', file)), {recursive: true})
        writeFileSync(join(folder, 'hot', file), '#!/bin/sh\n')
      }
      await ok(osc('orchestration', 'template', 'validate', '-t', output))
    })
})
