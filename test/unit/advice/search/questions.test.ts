import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {documentAt} from '#advice/search/index-file'
import {commandDocuments, makeIndex} from '#advice/search/make-index'
import {search} from '#advice/search/search'
import {topicDocuments} from '#advice/search/topics'
import type {SearchSource} from '#advice/search/types'
import {factsOf} from '#help/facts'
import {fixedIndex} from '../../../support/fixed-core.ts'
import {repository} from '../../../support/program.ts'

interface Question {
  asked: string
  /** The command or topic that answers it. */
  page: string
}

const questions = JSON.parse(readFileSync(join(repository, 'test/corpus/questions.json'), 'utf8')) as Question[]

const index = fixedIndex()
const sources = index.plugins
  .filter(({foreign}) => !foreign)
  .map((plugin): SearchSource => {
    const documents = [
      ...commandDocuments(factsOf(plugin).values()),
      ...(plugin.kind === 'core' ? topicDocuments() : []),
    ]
    return {index: makeIndex(documents), plugin: plugin.name, installed: true}
  })
const found = (requested: string) => search(requested, sources).map(({document}) => document.id)

describe('questions of operators', () => {
  for (const {asked, page} of questions)
    it(`${asked}: ${page}`, () => {
      const ids = found(asked).slice(0, 3)
      assert.ok(ids.includes(page), `found ${ids.join(', ')}`)
    })

  it('name pages that there are', () => {
    const ids = new Set(sources.flatMap(({index}) => index.documents.map((_, place) => documentAt(index, place).id)))
    assert.deepEqual(
      questions.filter(({page}) => !ids.has(page)),
      [],
    )
  })

  const best: [string, string, string][] = [
    ['neighbours that are one word', 'who am i', 'whoami'],
    ['the first of a noun', 'sandbox', 'sandbox start'],
    ['the list of a noun', 'trust', 'trust list'],
    ['two words that were typed as one', 'createuser', 'user create'],
    ['a name that was said whole', 'group add user', 'group add user'],
    ['what was asked in a sentence', 'how do I create a user', 'user create'],
    ['what access means', 'give user access to project', 'role add'],
    ['whatever stands around it', 'please can you show me the quota', 'quota show'],
  ]
  for (const [name, requested, id] of best) it(`best is ${name}`, () => assert.equal(found(requested)[0], id))

  it('find the meaning of a word under its stem', () => {
    const plugin = {
      index: makeIndex([
        {
          kind: 'command',
          id: 'floating ip list',
          summary: 'List floating IPs',
          fields: [{in: 'name', text: 'floating ip list'}],
        },
      ]),
      plugin: 'network',
      installed: true,
    } satisfies SearchSource
    for (const requested of ['floating ip', 'floatingip', 'fip'])
      assert.equal(search(requested, [plugin])[0]?.document.id, 'floating ip list', requested)
  })

  it('do not take a pronoun for a word of help', () => {
    const taken = search('how do i boot a server', sources).flatMap((hit) => hit.taken.map(([requested]) => requested))
    assert.ok(!taken.includes('i'))
  })

  it('of filler words only are searched for anyway', () => assert.ok(found('why').includes('why')))
})
