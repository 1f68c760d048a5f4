import assert from 'node:assert/strict'
import {existsSync} from 'node:fs'
import {unavailable} from '../../src/unavailable.ts'
import {story} from './support/story.ts'

describe('commands that osc knows and does not run', () => {
  const {run, ok} = story()

  for (const [name, {does, needs, instead}] of Object.entries(unavailable)) {
    it(`${name} has a file`, () => {
      const file = new URL(`../../src/commands/${name.replaceAll(' ', '/')}.ts`, import.meta.url)
      assert.ok(existsSync(file))
    })

    it(`${name} fails with the reason, whatever its options`, async () => {
      const {status, stdout, stderr} = await run(`${name} --whatever x -y`)
      assert.deepEqual([status, stdout], [1, ''])
      const hint = instead[1].charAt(0).toUpperCase() + instead[1].slice(1)
      assert.equal(
        stderr,
        `\`${name}\` is not available in osc: it ${does}, which requires ${needs}.\n${hint}: osc ${instead[0]}\n`,
      )
    })
  }

  it('say in their help what to use', async () => {
    const page = await ok('help undercloud install')
    assert.match(page, /Not available in osc\. In TripleO it installs OpenStack/)
    assert.match(page, /osc overcloud plan create first/)
  })

  it('are not in lists of commands', async () => {
    assert.ok(!(await ok('help tripleo')).includes('undercloud install'))
  })
})
