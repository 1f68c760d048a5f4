import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

describe('widget', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud({plugins: ['.', '@osc-cli/plugin-identity']})
  })
  after(() => cloud.close())

  const ok = async (...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await cloud.osc(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }

  it('can be created, shown, changed and deleted', async () => {
    await ok('widget', 'create', '--size', '3', 'small')
    await ok('widget', 'create', 'large')
    await ok('widget', 'set', '--size', '9', 'large')
    assert.equal(await ok('widget', 'show', 'large', '-f', 'value', '-c', 'size'), '9\n')
    assert.equal(await ok('widget', 'list', '-f', 'value', '-c', 'Name'), 'small\nlarge\n')
    await ok('widget', 'delete', 'small', 'large')
    assert.equal(await ok('widget', 'list', '-f', 'json', '--noindent'), '[]\n')
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['widget', 'create'], /name/],
    [2, ['widget', 'create', '--size', 'huge', 'x'], /huge/],
    [2, ['widget', 'set', 'x'], /Nothing to change/],
    [4, ['widget', 'show', 'none'], /none/],
    [1, ['widget', 'delete', 'none', 'neither'], /2 of 2/],
  ]
  for (const [expected, argv, message] of wrong) {
    it(`${argv.join(' ')} ends with ${expected}`, async () => {
      const {status, stderr} = await cloud.osc(...argv)
      assert.equal(status, expected, stderr)
      assert.match(stderr, message)
    })
  }

  it('belongs to its project', async () => {
    await ok('widget', 'create', 'mine')
    const {stdout} = await cloud.run(['widget', 'list', '-f', 'value'], {cloud: 'sandbox-demo'})
    assert.equal(stdout, '')
  })
})
