import assert from 'node:assert/strict'
import {readInput} from '#shell/read-line'

describe('a line of the shell', () => {
  const runs: [string, string[]][] = [
    ['region list', ['region', 'list']],
    ['  osc region   list ', ['region', 'list']],
    ['openstack region list', ['region', 'list']],
    [`project show 'a b' "c \\"d" e\\ f`, ['project', 'show', 'a b', 'c "d', 'e f']],
    ["project set --description '' x", ['project', 'set', '--description', '', 'x']],
    ['region list # all of them', ['region', 'list']],
    ['project show a#b', ['project', 'show', 'a#b']],
    [`project show 'a|b' c\\;d "e & f"`, ['project', 'show', 'a|b', 'c;d', 'e & f']],
    ['exit now', ['exit', 'now']],
  ]
  for (const [line, words] of runs) it(line, () => assert.deepEqual(readInput(line, 'osc'), {kind: 'words', words}))

  const others: [string, string][] = [
    ['', 'nothing'],
    ['   ', 'nothing'],
    ['# region list', 'nothing'],
    ['osc', 'nothing'],
    ['exit', 'leave'],
    ['quit', 'leave'],
    ['osc exit', 'leave'],
  ]
  for (const [line, kind] of others) it(`'${line}' is ${kind}`, () => assert.equal(readInput(line, 'osc').kind, kind))

  const refused: [string, RegExp, RegExp][] = [
    ['region list | wc -l', /'\|' is not supported in osc's shell/, /Use your system shell: osc region list \| wc -l/],
    ['osc region list > file', /'>' is not/, /Use your system shell: osc region list > file/],
    ['region list; region list', /';' is not/, /quote it: ';'/],
    ['region list && region list', /'&' is not/, /quote it/],
    ["project show 'a b", /The quote ' is not closed/, /Close the quote/],
    ['project show "a b', /The quote " is not closed/, /Close the quote/],
    ['region list \\', /ends in a backslash/, /on one line/],
  ]
  it('does not repeat a secret of a line that it refuses', () => {
    for (const line of ['user create --password s3cr3t x | wc', 'region list | osc user set --password=s3cr3t x']) {
      const input = readInput(line, 'osc')
      assert.ok(input.kind === 'refused')
      assert.match(input.error.hint ?? '', /Use your system shell, with osc in front of the command\./)
      assert.doesNotMatch(`${input.error.message}${input.error.hint}`, /s3cr3t/)
      assert.match(input.words.join(' '), /s3cr3t/)
    }
  })

  for (const [line, says, hint] of refused) {
    it(`refuses ${line}`, () => {
      const input = readInput(line, 'osc')
      assert.ok(input.kind === 'refused')
      assert.match(input.error.message, says)
      assert.match(input.error.hint ?? '', hint)
      assert.equal(input.error.exitCode, 2)
    })
  }
})
