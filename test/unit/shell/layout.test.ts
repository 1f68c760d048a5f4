import assert from 'node:assert/strict'
import {commonBeginning, quotedRest} from '#shell/insert'
import {layOut} from '#shell/layout'
import {promptText} from '#shell/prompt'

const bare = (...values: string[]) => values.map((value) => ({value, summary: ''}))

describe('candidates below the line', () => {
  it('are listed side by side, down the columns', () =>
    assert.deepEqual(layOut(bare('aa', 'bb', 'cc', 'dd', 'ee'), 12, 10), ['aa  cc  ee', 'bb  dd']))

  it('take a row each where they say what they are, which is cleaned and cut', () => {
    const rows = layOut([{value: 'web', summary: 'a \u001b[31mlong\nstory of it'}, ...bare('database')], 24, 10)
    assert.deepEqual(rows, ['web       a \ufffd[31mlong …', 'database'])
  })

  it('count wide characters as two', () => assert.deepEqual(layOut(bare('日本語日本語'), 8, 10), ['日本語…']))

  it('are not more than the screen has rows', () => {
    const rows = layOut(bare(...Array.from({length: 50}, (_, at) => `name-${at}`)), 10, 4)
    assert.equal(rows.length, 4)
    assert.equal(rows.at(-1), '... and …')
  })
})

describe('what Tab puts in', () => {
  const cases: [string, '' | "'" | '"', string][] = [
    ["my web's", '', "my\\ web\\'s"],
    ["my web's", "'", "my web'\\''s"],
    ['my "web" $x', '"', 'my \\"web\\" \\$x'],
    ['größe-1.2', '', 'größe-1.2'],
    ['a;b|c', '', 'a\\;b\\|c'],
  ]
  for (const [value, quote, expected] of cases)
    it(`${value} in ${quote || 'no quotes'}`, () => assert.equal(quotedRest(value, {quote}), expected))

  it('is what all have in common, in whole characters', () => {
    assert.equal(commonBeginning(['stack-a', 'stack-b']), 'stack-')
    assert.equal(commonBeginning(['😀', '😁']), '')
    assert.equal(commonBeginning([]), '')
  })
})

describe('the prompt', () => {
  const at = {config: {name: 'mycloud', auth: {project_name: 'demo'}}, access: undefined} as never
  const prompt = (more: object) =>
    promptText({program: 'osc', context: at, status: 0, width: 80, colour: false, ...more})
  it('names cloud and project', () => assert.equal(prompt({}), 'osc mycloud:demo> '))
  it('shows a project of no named cloud as no cloud', () => {
    const context = {config: {auth: {project_name: 'demo'}}, access: undefined}
    assert.equal(prompt({context}), 'osc :demo> ')
    assert.equal(prompt({context: {config: {name: 'mycloud', auth: {}}, access: undefined}}), 'osc mycloud> ')
  })
  it('says how the last line failed', () => assert.equal(prompt({status: 4}), '[4] osc mycloud:demo> '))
  it('leaves half of a narrow line', () => assert.equal(prompt({width: 30}), 'osc mycloud:…> '))
  it('is the program alone where nothing is known', () =>
    assert.equal(prompt({context: {config: undefined, access: undefined}}), 'osc> '))
})
