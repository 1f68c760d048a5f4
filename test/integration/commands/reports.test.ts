import assert from 'node:assert/strict'
import {oscOnCloud} from '../support/cloud.ts'
import {same} from '../support/same.ts'

describe('versions show', () => {
  const osc = oscOnCloud()

  for (const argv of [
    [],
    ['--all-interfaces'],
    ['--interface', 'internal'],
    ['--service', 'orchestration'],
    ['--service', 'no-such-service'],
    ['--region-name', 'no-such-region'],
    ['--status', 'current'],
    ['--status', 'experimental'],
  ]) {
    it(`${argv.join(' ') || 'alone'} prints what openstack prints`, async () => {
      await same(['versions', 'show', ...argv], {formats: 'list'})
    })
  }

  it('takes one interface or all', async () => {
    const {status, stderr} = await osc('versions', 'show', '--all-interfaces', '--interface', 'admin')
    assert.equal(status, 2, stderr)
  })
})

describe('services that this cloud may not have', () => {
  const osc = oscOnCloud()
  const absent = async (service: string) =>
    (await osc('catalog', 'list', '-f', 'value', '-c', 'Type')).stdout.split('\n').every((type) => type !== service)

  const lines: [string, string[], RegExp][] = [
    [
      'compute',
      ['availability', 'zone', 'list', '--compute', '-f', 'json'],
      /^The compute service is not offered by \S+/m,
    ],
    ['network', ['extension', 'list', '--network', '-f', 'json'], /^The network service does not list extensions\.$/m],
    ['compute', ['limits', 'show', '--absolute', '-f', 'json'], /^The compute service is not offered by \S+/m],
    ['compute', ['quota', 'show', '--compute', '-f', 'json'], /^The compute service is not offered by \S+/m],
    ['network', ['quota', 'delete', '--network', 'demo'], /^The network service is not offered by \S+/m],
  ]
  for (const [service, argv, message] of lines) {
    it(`are reported by ${argv.join(' ')}, and are not an error`, async function () {
      if (!(await absent(service))) this.skip()
      const {status, stdout, stderr} = await osc(...argv)
      assert.equal(status, 0, stderr)
      assert.match(stderr, message)
      assert.match(stdout, /^(\[\]|\{\})?\n?$/)
    })
  }

  const needed: [string, string[]][] = [
    ['network', ['extension', 'show', 'router']],
    ['compute', ['quota', 'list', '--compute']],
    ['compute', ['quota', 'set', '--cores', '5', 'demo']],
  ]
  for (const [service, argv] of needed) {
    it(`${argv.join(' ')} cannot do without, and says so`, async function () {
      if (!(await absent(service))) this.skip()
      const {status, stdout, stderr} = await osc(...argv)
      assert.deepEqual([status, stdout], [4, ''])
      assert.match(stderr, new RegExp(`list the ${service} service`))
    })
  }

  const wrong: [number, string[], RegExp][] = [
    [2, ['limits', 'show'], /--absolute, --rate/],
    [2, ['limits', 'show', '--absolute', '--rate'], /--rate/],
    [2, ['quota', 'list'], /--compute, --volume, --network/],
    [2, ['quota', 'set', '--cores', 'many', 'demo'], /many/],
    [2, ['extension', 'show'], /extension/],
    [4, ['quota', 'show', 'no-such-project'], /no-such-project/],
    [4, ['quota', 'delete', 'no-such-project'], /no-such-project/],
    [4, ['limits', 'show', '--absolute', '--project', 'no-such-project'], /no-such-project/],
  ]
  for (const [status, argv, message] of wrong) {
    it(`${argv.join(' ')} ends with ${status}`, async () => {
      const result = await osc(...argv)
      assert.deepEqual([result.status, result.stdout], [status, ''], result.stderr)
      assert.match(result.stderr, message)
    })
  }
})
