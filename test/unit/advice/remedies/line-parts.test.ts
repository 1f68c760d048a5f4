import assert from 'node:assert/strict'
import {lineParts} from '#advice/remedies/line-parts'
import type {FlagFacts} from '#help/facts'

const flag = (name: string, type: FlagFacts['type'], char?: string): Record<string, FlagFacts> => ({
  [name]: {name, type, ...(char === undefined ? {} : {char})},
})
const FLAGS = {...flag('template', 'option', 't'), ...flag('wait', 'boolean'), ...flag('poll', 'option')}

describe('the first argument of a line', () => {
  const lines: [string, string | undefined][] = [
    ['stack create web', 'web'],
    ['stack create --wait web', 'web'],
    ['stack create -t web.yaml --wait web', 'web'],
    ['stack create --template=web.yaml web', 'web'],
    ['stack create --temp web.yaml web', 'web'],
    ['stack create --poll 1 web', 'web'],
    ['stack create --os-region-name One web', 'web'],
    ['--os-cloud lab stack create web', 'web'],
    ['stack create -- -web', undefined],
    ['stack create --unknown what', undefined],
    ['stack create --wait', undefined],
    ['stack create --os-region-name', undefined],
    ['heat stack create --wait web -t web.yaml', 'web'],
  ]
  for (const [line, name] of lines)
    it(line, () => assert.equal(lineParts(line.split(' '), 'stack create', FLAGS).name, name))

  it('is not guessed after an undeclared option', () => {
    assert.equal(lineParts(['stack', 'create', '--wait', 'web'], 'stack create').name, undefined)
  })
})
