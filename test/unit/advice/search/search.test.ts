import assert from 'node:assert/strict'
import {makeIndex} from '#advice/search/make-index'
import {searchPage, searchRecords} from '#advice/search/report'
import {search} from '#advice/search/search'
import {searchSources} from '#advice/search/sources'
import {topicDocuments} from '#advice/search/topics'
import {TOPIC_NAMES} from '#help/topics'
import {fixedCore, fixedIndex} from '../../../support/fixed-core.ts'
import {runFixed} from '../../../support/fixed-place.ts'

describe('search in the help', () => {
  const index = fixedIndex()
  const topics = {index: makeIndex(topicDocuments()), plugin: '@osc-cli/core', installed: true}
  const sources = [...searchSources(index, fixedCore()).filter(({plugin}) => plugin !== '@osc-cli/core'), topics]
  const first = (question: string) => search(question, sources)[0]

  const cases: [string, string, string][] = [
    ['the name of a command', 'stack list', 'stack list'],
    ['words in any order', 'list the stacks', 'stack list'],
    ['the end of a word', 'listing roles', 'role list'],
    ['a word that means the same', 'tenant list', 'project list'],
    ['a slip', 'mapppings', 'mapping list'],
    ['an option of a command', 'enable rollback', 'stack create'],
    ['an option that all have', 'certificates authorities trust', 'options'],
    ['how things are printed', 'sort column', 'output'],
    ['a topic by what it says', 'service rejects a token', 'auth'],
    ['a variable', 'OSC_DATA_DIR', 'environment'],
    ['an exit status', 'exit status interrupted', 'exit-codes'],
    ['what a service numbers', 'microversion latest', 'microversions'],
  ]
  for (const [name, question, id] of cases) it(name, () => assert.equal(first(question)?.document.id, id))

  it('says where the words were', () => {
    const hit = search('enable rollback', sources).find(({document}) => document.id === 'stack create')
    assert.equal(hit?.reason.in, 'option')
    assert.equal(hit?.reason.name, '--enable-rollback')
  })

  it('says which word was taken for another', () => {
    const taken = (question: string) => first(question)?.taken
    assert.deepEqual(taken('tenant list'), [['tenant', 'project']])
    assert.deepEqual(taken('mapppings'), [['mappping', 'mapping']])
    assert.deepEqual(taken('project list'), [])
  })

  it('gives a reason with every hit', () => {
    const hits = search('tenant list', sources).slice(0, 10)
    const page = searchPage(hits, 'osc', 200)
    assert.equal(page.filter((line) => /^ {4}found in /.test(line)).length, hits.length, page.join('\n'))
    assert.ok(page.includes('    found in the name (tenant as project)'), page.join('\n'))
  })

  it('knows every topic of help', () => {
    const known = topicDocuments().map(({id}) => id)
    assert.deepEqual(known.toSorted(), TOPIC_NAMES.filter((name) => name !== 'topics').toSorted())
  })

  it('finds commands of plugins that are not installed', () => {
    const bare = {...index, plugins: index.plugins.filter(({kind}) => kind === 'core')}
    const [hit] = search('create a stack', searchSources(bare, fixedCore()))
    assert.deepEqual([hit?.document.id, hit?.installed, hit?.plugin], ['stack create', false, '@osc-cli/plugin-heat'])
  })

  it('puts what has all words before what has some', () => {
    const hits = search('federation protocol', sources).map(({document}) => document.id)
    const all = hits.findIndex((id) => !id.includes('federation protocol'))
    assert.ok(all >= 5, hits.slice(0, 8).join(', '))
  })

  it('shows a command once that two plugins have', () => {
    const twice = [topics, {...topics, plugin: '@osc-cli/plugin-x'}]
    const ids = search('sort column', twice).map(({document}) => document.id)
    assert.deepEqual(ids, [...new Set(ids)])
  })

  it('finds nothing where nothing is', () => assert.deepEqual(search('zzzyyyxxx', sources), []))
  it('asks no prototype', () => assert.deepEqual(search('constructor', sources), []))

  it('is reported to people and to scripts', () => {
    const known = [{...topics, plugin: '@osc-cli/plugin-x', installed: false}]
    const hits = search('region whose endpoints', known)
    assert.match(searchPage(hits, 'osc', 80)[0] ?? '', /^osc help options {2}\(not installed: @osc-cli\/plugin-x\)$/)
    assert.equal(searchRecords(hits, 'osc')[0]?.reason.name, '--os-region-name')
  })

  for (const [option, shows] of [
    ['--json', /^\[\n {2}\{\n {4}"kind": "command",\n {4}"id": "stack abandon",/],
    ['--markdown', /^# search\n\nSearch results for: abandon\n\n## osc stack abandon\n\nAbandon a stack: /],
    ['--man', /^\.TH "OSC\\-SEARCH" 1 .*\n[\s\S]*^\.SH "osc stack abandon"\nAbandon a stack: /m],
  ] as const) {
    it(`is printed by help --search ${option}`, async () => {
      const {status, stdout, stderr} = await runFixed(['help', '--search', 'abandon', option])
      assert.deepEqual([status, stderr], [0, ''])
      assert.match(stdout, shows)
    })
  }

  it('wants words', async () => {
    const {status, stderr} = await runFixed(['help', '--search'])
    assert.deepEqual([status, stderr], [2, '--search needs words to search for.\n'])
  })
})
