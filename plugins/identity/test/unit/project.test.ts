import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {changedTags, projectProperties} from '#project'

describe('changedTags', () => {
  const project = {tags: ['a', 'b']}
  const cases: [string, Parameters<typeof changedTags>[1], string[]][] = [
    ['adds behind what is there', {tag: ['c'], 'clear-tags': false}, ['a', 'b', 'c']],
    ['keeps one of each', {tag: ['c', 'a', 'c'], 'clear-tags': false}, ['a', 'b', 'c']],
    ['takes away', {'remove-tag': ['a', 'x'], 'clear-tags': false}, ['b']],
    ['clears', {'clear-tags': true}, []],
    ['replaces', {tag: ['c'], 'clear-tags': true}, ['c']],
    ['takes away and adds', {tag: ['c'], 'remove-tag': ['b'], 'clear-tags': false}, ['a', 'c']],
  ]
  for (const [what, flags, expected] of cases) {
    it(what, () => assert.deepEqual(changedTags(project, flags), expected))
  }

  it('takes a project without tags', () => {
    assert.deepEqual(changedTags({tags: null}, {tag: ['a'], 'clear-tags': false}), ['a'])
  })
})

describe('projectProperties', () => {
  const cases: [string, string, unknown][] = [
    ['owner', 'ada', 'ada'],
    ['is_domain', 'True', true],
    ['is_domain', 'false', false],
    ['is_domain', 'none', null],
    ['is_domain', 'perhaps', 'perhaps'],
    ['enabled', 'true', 'true'],
  ]
  for (const [key, value, expected] of cases) {
    it(`${key}=${value}`, () => assert.deepEqual(projectProperties([{key, value}]), {[key]: expected}))
  }

  it('is empty without --property', () => assert.deepEqual(projectProperties(undefined), {}))
})
