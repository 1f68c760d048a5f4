import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type FixtureServer, startFixtureServer} from '@osc-cli/core/test/support/fixture-server'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, beforeEach, describe, it} from 'mocha'

interface Flag {
  type: 'boolean' | 'option'
  required?: boolean
  options?: string[]
  helpValue?: string
  exactlyOne?: string[]
}

interface Command {
  id: string
  requires?: string
  needs?: Record<string, {extension?: string}>
  flags: Record<string, Flag>
  args: Record<string, {required?: boolean; options?: string[]}>
}

/** Values of options that do not take any word. */
const VALUES: Readonly<Record<string, string>> = {
  action: 'access_as_shared',
  hint: 'ovs-tx-steering=hash',
  'allowed-address': 'ip-address=10.0.0.9',
  'extra-dhcp-option': 'name=tftp',
  'local-pref': '100',
  vni: '7',
  'ip-version': '4',
  'local-as': '64512',
  'remote-as': '64513',
  minimum: '1',
  maximum: '9',
  lifetime: 'value=7200',
  dpd: 'interval=30',
  segment: '7',
  port: '70',
  'ha-chassis-priority': '2',
  subport: 'port=x',
  'internal-protocol-port': '80',
  'external-protocol-port': '80',
  'internal-ip-address': '10.0.0.9',
  'prefix-route': 'prefix=10.0.0.0/8',
  route: 'destination=10.0.0.0/8,gateway=10.0.0.1',
  directions: 'IN=7',
}

const manifest = new URL('../../oclif.manifest.json', import.meta.url)
const commands = Object.values(
  (JSON.parse(readFileSync(manifest, 'utf8')) as {commands: Record<string, Command>}).commands,
)

const wordsOf = (name: string, {type, options}: Flag): string[] =>
  type === 'boolean' ? [`--${name}`] : [`--${name}`, VALUES[name] ?? options?.[0] ?? 'x']

/** The shortest line of a command that parses, with these options. */
function lineOf({id, flags, args}: Command, given: readonly string[] = []): string[] {
  const needed = Object.entries(flags).filter(([name, {required, exactlyOne}]) => {
    const one = exactlyOne && !exactlyOne.some((other) => given.includes(other)) && exactlyOne[0] === name
    return required || one || given.includes(name)
  })
  const values = Object.entries(args).filter(([, {required}]) => required)
  return [
    ...id.split(':'),
    ...needed.flatMap(([name, flag]) => wordsOf(name, flag)),
    '--',
    ...values.map(([, {options}]) => options?.[0] ?? 'x'),
  ]
}

/** Every gate: what is refused, the extension that it needs, and a line with it. */
const gates = commands.flatMap((command) => {
  const name = command.id.replaceAll(':', ' ')
  const options = Object.entries(command.needs ?? {}).flatMap(([option, {extension}]) =>
    extension === undefined ? [] : [{what: `Option --${option}`, extension, line: lineOf(command, [option])}],
  )
  const {requires} = command
  // An option is refused before its command's extension is missed, where the command needs none.
  if (requires === undefined) return options
  return [{what: `Command ${name}`, extension: requires, line: lineOf(command)}]
})

/** What python-openstackclient 10.2.1 asks Neutron's extensions for. */
const OF_THE_PEER: readonly (readonly [line: string, extension: string])[] = [
  ['floating ip create --dns-domain', 'dns-integration'],
  ['floating ip create --dns-name', 'dns-integration'],
  ['floating ip create --qos-policy', 'qos-fip'],
  ['network create --dns-domain', 'dns-integration'],
  ['network create --qos-policy', 'qos'],
  ['network set --dns-domain', 'dns-integration'],
  ['network set --qos-policy', 'qos'],
  ['network segment range create', 'network-segment-range'],
  ['network segment range delete', 'network-segment-range'],
  ['network segment range list', 'network-segment-range'],
  ['network segment range set', 'network-segment-range'],
  ['network segment range show', 'network-segment-range'],
  ['port create --allowed-address', 'allowed-address-pairs'],
  ['port create --dns-domain', 'dns-integration'],
  ['port create --dns-name', 'dns-integration'],
  ['port create --extra-dhcp-option', 'extra_dhcp_opt'],
  ['port create --hint', 'port-hints'],
  ['port create --qos-policy', 'qos'],
  ['port set --hint', 'port-hints'],
  ['subnet set --leak-routes', 'ovn-bgp'],
]

describe('what depends on an extension of Neutron', function () {
  this.timeout(120_000)
  let cloud: TestCloud
  let bare: FixtureServer
  let file: string
  const run = (line: readonly string[]) => cloud.run(line, {env: {OS_CLIENT_CONFIG_FILE: file}})
  before(async () => {
    cloud = await startTestCloud()
    bare = await startFixtureServer({'/v2.0/extensions': {body: {extensions: [{alias: 'unrelated', name: 'Other'}]}}})
    file = join(cloud.work, 'bare.yaml')
    const described = readFileSync(join(cloud.work, '../clouds.yaml'), 'utf8')
    const override = `    network_endpoint_override: ${bare.url}/v2.0\n`
    writeFileSync(
      file,
      described.replace(/^ +sandbox:\n/m, (line) => line + override),
    )
    assert.equal((await run(['extension', 'list', '--network'])).status, 0)
  })
  beforeEach(() => {
    bare.requests.length = 0
  })
  after(async () => {
    await bare?.stop()
    await cloud?.close()
  })

  for (const [line, extension] of OF_THE_PEER)
    it(`includes what openstack checks: ${line}`, () => {
      const [id, option] = line.split(' --')
      const command = commands.find((one) => one.id.replaceAll(':', ' ') === id)
      assert.equal(option ? command?.needs?.[option]?.extension : command?.requires, extension)
    })

  for (const {what, extension, line} of gates)
    it(`is refused before a request: ${line.join(' ')}`, async () => {
      const {status, stderr} = await run(line)
      const [message] = stderr.split('\n')
      assert.ok(message?.startsWith(`${what} requires extension ${extension}, which sandbox does not have (`), stderr)
      assert.equal(status, 2)
      assert.deepEqual(bare.requests, [])
    })

  for (const id of ['network trunk create', 'port create'])
    it(`is marked in the help of ${id}`, async () => {
      const {stdout} = await run([...id.split(' '), '--help'])
      assert.match(stdout, /requires\s+extension\s+[\w-]+,\s+which\s+sandbox\s+does\s+not\s+have/)
    })
})
