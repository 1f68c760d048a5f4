import assert from 'node:assert/strict'
import {asCalled, onCloud} from '#advice/remedies/as-called'
import {fixedIndex} from '../../../support/fixed-core.ts'

const index = fixedIndex()

describe('the name of the program in advice', () => {
  for (const [text, called] of [
    ['See what it has with: osc catalog list', 'See what it has with: openstack catalog list'],
    ['osc plugins unlink x, or build it in /y', 'openstack plugins unlink x, or build it in /y'],
    ['Did you mean:\n  osc stack list', 'Did you mean:\n  openstack stack list'],
    ['Which of them: osc --os-cloud a stack list', 'Which of them: openstack --os-cloud a stack list'],
    ['A bug in osc or a plugin.', 'A bug in osc or a plugin.'],
    ['x is not an osc plugin: package.json', 'x is not an osc plugin: package.json'],
    ['package.json: osc.advises must be a list', 'package.json: osc.advises must be a list'],
  ] as const) {
    it(`is that of the call in lines to type only: ${text}`, () =>
      assert.equal(asCalled(text, {program: 'openstack'}), called))
  }

  for (const [text, called] of [
    ['Enable it with: osc healing enable web', 'Enable it with: osc --os-cloud a healing enable web'],
    [
      'Use the ID:\n  osc stack show 1\n  osc stack show 2',
      'Use the ID:\n  osc --os-cloud a stack show 1\n  osc --os-cloud a stack show 2',
    ],
    ['Which of them: osc --os-cloud b stack list', 'Which of them: osc --os-cloud b stack list'],
    ['Use the ID:\n  osc stack show 1 --os-cloud a', 'Use the ID:\n  osc stack show 1 --os-cloud a'],
    ['Build the plugin again: osc plugins build', 'Build the plugin again: osc plugins build'],
    ['Start one with: osc sandbox start', 'Start one with: osc sandbox start'],
    ['Choose one: osc cloud use NAME', 'Choose one: osc cloud use NAME'],
  ] as const) {
    it(`has the cloud of the call where the command needs one: ${text}`, () =>
      assert.equal(asCalled(text, {program: 'osc', withCloud: 'osc --os-cloud a', index}), called))
  }

  it('has the cloud that a line selects', () => {
    assert.equal(onCloud('osc', undefined), 'osc')
    assert.equal(onCloud('osc', 'my lab'), "osc --os-cloud 'my lab'")
  })
})
