import assert from 'node:assert/strict'
import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {starterFolder} from '../../../src/starter.ts'
import {mistralWith, type Started} from './mistral.ts'

/** Resource types that need an image, a flavor or a network. */
const TYPES = ['OS::Nova::Server', 'OS::Neutron::Net', 'OS::Neutron::Subnet', 'OS::Heat::ResourceChain']
const SANDBOX = {
  resource_registry: {
    ...Object.fromEntries(TYPES.map((type) => [type, 'OS::Heat::None'])),
    'OS::Neutron::Port': 'port.yaml',
  },
}
const PORT = `heat_template_version: queens
parameters: {network: {type: string, default: ''}, name: {type: string}}
outputs: {fixed_ips: {value: [{ip_address: 192.0.2.10}]}}
`
const FILES = {'sandbox.yaml': JSON.stringify(SANDBOX), 'port.yaml': PORT}

/** Waits take no more time than what they wait for. */
const clock = {now: Date.now, pause: async () => await sleep(5)}

/**
 * A sandbox whose Mistral runs deployments, and osc on it. With `sandbox.yaml`, the templates in
 * `starter` are deployed without other services: values of parameters need not exist.
 */
export function deployments(files: Readonly<Record<string, string>> = {}) {
  let cloud: TestCloud
  const started: Started = {inputs: [], hold: undefined}
  before(async () => {
    cloud = await startTestCloud({services: [mistralWith(started)]})
    const clouds = join(dirname(cloud.work), 'clouds.yaml')
    const override = `    workflow_endpoint_override: ${cloud.sandbox.url}/test-workflow/v2\n`
    writeFileSync(clouds, readFileSync(clouds, 'utf8').replace(/^ {4}auth:/gm, `${override}$&`))
    cpSync(starterFolder, join(cloud.work, 'starter'), {recursive: true})
    for (const [name, text] of Object.entries({...FILES, ...files})) writeFileSync(join(cloud.work, name), text)
  })
  after(() => cloud.close())
  const run = (line: string, signal?: AbortSignal) => cloud.run(line.split(' '), {clock, ...(signal && {signal})})
  return {
    started,
    run,
    /** Of a file where commands run. */
    path: (name: string) => join(cloud.work, name),
    /** What a command prints on both streams that must succeed. */
    async ok(line: string): Promise<string> {
      const {status, stdout, stderr} = await run(line)
      assert.equal(status, 0, stderr)
      return stdout + stderr
    },
    /** What a command says on stderr that must end with this status. */
    async fails(status: number, line: string): Promise<string> {
      const result = await run(line)
      assert.equal(result.status, status, result.stdout + result.stderr)
      return result.stderr
    },
  }
}
