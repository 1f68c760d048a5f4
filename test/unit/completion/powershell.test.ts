import assert from 'node:assert/strict'
import {powershellCompletion} from '#completion/scripts/powershell'

/** Takes strings and comments out of a script, by PowerShell's rules; fails on a string that does not end. */
function bare(script: string): string {
  let rest = script
  let code = ''
  while (rest !== '') {
    const token = /^(?:#[^\n]*|'(?:[^']|'')*'|"(?:`[\s\S]|""|[^"`])*")/.exec(rest)?.[0]
    if (token === undefined && /^['"]/.test(rest)) assert.fail(`A string does not end: ${rest.slice(0, 30)}`)
    code += token === undefined ? rest[0] : token.startsWith('#') ? '' : 'S'
    rest = rest.slice((token ?? ' ').length)
  }
  return code
}

describe('completion in PowerShell', () => {
  const code = bare(powershellCompletion('osc'))

  it('closes every bracket that it opens', () => {
    const open: string[] = []
    for (const char of code) {
      if ('([{'.includes(char)) open.push(char)
      if (')]}'.includes(char)) assert.equal(`${open.pop()}${char}`.match(/^(?:\(\)|\[\]|\{\})$/)?.length, 1)
    }
    assert.deepEqual(open, [])
  })

  it('is one registration with a script block of three parameters', () => {
    assert.match(
      code.trim(),
      /^Register-ArgumentCompleter -Native -CommandName S -ScriptBlock \{\s+param\(\$\w+, \$\w+, \$\w+\)[\s\S]+\}$/,
    )
  })

  it('uses only variables that it has set', () => {
    const set = new Set([...code.matchAll(/\$(\w+)(?=\s*(?:=[^=]|,|\)|\s+in\b))/g)].map(([, name]) => name))
    const used = [...code.matchAll(/[$@](\w+)/g)].map(([, name]) => name)
    const known = new Set([...set, '_', 'null', 'before'])
    assert.deepEqual(
      used.filter((name) => !known.has(name)),
      [],
    )
  })
})
