import assert from 'node:assert/strict'
import type {NamesOf} from '#advice/suggest/explain'
import {example, possible, possibleLines} from '#advice/suggest/missing'
import {commandFacts} from '#help/facts'
import {discover} from '#plugins/discover'
import {repository} from '../../../support/program.ts'

const {index} = discover({coreRoot: repository, root: repository, dataDir: '/nonexistent'})

/** A command, what is missing in it, the names that are cached, and the example. */
const CASES: readonly (readonly [string, string, string[], Record<string, string[]>, string])[] = [
  [
    'subnet create s',
    'subnet create',
    ['--network'],
    {network: ['net1']},
    'osc subnet create s --network=net1 --subnet-range=10.0.0.0/24',
  ],
  [
    'subnet create s --subnet-range 10.9.0.0/24',
    'subnet create',
    ['--network'],
    {network: ['net1']},
    'osc subnet create s --subnet-range 10.9.0.0/24 --network=net1',
  ],
  [
    'server create sv1',
    'server create',
    ['--flavor'],
    {},
    'osc server create sv1 --flavor=m1.tiny --image=cirros --network=private',
  ],
  [
    'server create sv1 --volume boot',
    'server create',
    ['--flavor'],
    {flavor: ['small'], network: ['net1']},
    'osc server create sv1 --volume boot --flavor=small --network=net1',
  ],
  ['floating ip create', 'floating ip create', ['network'], {network: ['n1']}, 'osc floating ip create public'],
  [
    'floating ip create',
    'floating ip create',
    ['network'],
    {network: ['n1', 'ext'], 'external network': ['ext']},
    'osc floating ip create ext',
  ],
]

describe('the example of an incomplete command', () => {
  for (const [line, id, missing, names, expected] of CASES)
    it(`completes ${line} to ${expected}`, () => {
      const namesOf: NamesOf = (noun) => names[noun] && {values: names[noun], source: 'test'}
      const facts = commandFacts(id, index)?.command
      const used = id.split(' ').map((_, at) => at)
      const rejected = {argv: line.split(' '), used, id, index, program: 'osc'}
      assert.equal(example(possible(missing, facts, namesOf), rejected, facts, namesOf), expected)
    })

  it('does not offer an internal network where an external one is needed', () => {
    const facts = commandFacts('floating ip create', index)?.command
    const namesOf: NamesOf = (noun) => (noun === 'network' ? {values: ['n1'], source: 'test'} : undefined)
    assert.doesNotMatch(possibleLines(possible(['network'], facts, namesOf)).join(), /n1/)
  })
})
