import assert from 'node:assert/strict'
import {NO_CONTEXT} from '#context/context'
import type {NounHelp} from '#help/declare'
import {byUse, mergedNounHelp} from '#help/noun-help'
import {nounPage, statesPage} from '#help/noun-page'
import {pageLines} from '#help/page'
import {pluginHelp} from '#help/plugin-help'
import {readIndex} from '#help/reference/read'
import {discover} from '#plugins/discover'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'

const view = {program: 'osc', env: {}, context: NO_CONTEXT, all: false}
const STATES = ['A', 'B', 'C', 'D', 'E', 'F'].map((state) => ({state, about: `State ${state}.`, verbs: ['show']}))

describe('the page of a noun', () => {
  let place: PluginPlace
  before(() => {
    place = makePluginPlace()
    const verbs = Array.from({length: 40}, (_, at) => [`box:verb${at}`, {summary: 'Do it'}])
    const daily = ['delete', 'show', 'list'].map((verb) => [`box:${verb}`, {summary: `${verb} boxes`}])
    const below = ['list', 'show'].map((verb) => [`box:lid:${verb}`, {summary: `${verb} lids`}])
    place.plugin('boxes', 'boxes', {
      osc: {namespaces: ['boxes'], services: [], displayName: 'Boxes'},
      commands: Object.fromEntries([...verbs, ...daily, ...below]),
    })
  })
  after(() => place.remove())

  const index = () => readIndex([{name: 'boxes', root: place.at('boxes'), kind: 'user'}])
  const help = {about: 'A box.', states: STATES}

  it('has 30 lines or fewer, with the daily verbs first', () => {
    const lines = pageLines(nounPage(['box'], index(), help, view, 80), 80)
    assert.ok(lines.length <= 30, `${lines.length} lines`)
    assert.deepEqual(
      lines.slice(3, 6).map((line) => line.trim().split(/ {2,}/)[0]),
      ['box list', 'box show', 'box delete'],
    )
    assert.ok(lines.includes('  box lid  list, show'), lines.join('\n'))
    assert.ok(lines.includes('  osc help box states'), lines.join('\n'))
  })
  it('has 30 lines or fewer for every noun of the plugins', async () => {
    const {index: all} = discover({coreRoot: repository, root: repository, dataDir: '/nonexistent'})
    const helps = await Promise.all(all.plugins.map(pluginHelp))
    const nouns = Object.keys(all.commands).flatMap((id) =>
      id.endsWith(' list') ? [id.slice(0, -' list'.length)] : [],
    )
    const long = [...new Set(nouns)].filter((noun) => {
      const page = nounPage(noun.split(' '), all, mergedNounHelp(noun, helps), view, 80)
      return pageLines(page, 80).length > 30
    })
    assert.ok(nouns.length > 100)
    assert.deepEqual(long, [])
  })

  it('names every verb, however many there are', () => {
    const text = pageLines(nounPage(['box'], index(), help, view, 80), 80).join('\n')
    for (let at = 0; at < 40; at += 1) assert.match(text, new RegExp(`\\bverb${at}\\b`))
  })
  it('leaves nothing out for a program', () => {
    const {sections} = nounPage(['box'], index(), help, view)
    assert.equal(sections[0]?.entries?.length, 45)
    assert.equal(sections.find(({title}) => title.startsWith('STATES'))?.entries?.length, 6)
  })
  it('has a page for its states', () => {
    const text = pageLines(statesPage('box', help, view), 80).join('\n')
    for (const {state, about} of STATES) assert.match(text, new RegExp(`${state} +${about} Valid: show\\.`))
  })
})

describe('the help on a noun of several plugins', () => {
  const plugin = (nouns: Record<string, NounHelp>) => ({about: '', session: [], nouns})
  it('is merged', () => {
    const helps = [
      plugin({project: {about: '', verbs: ['list']}}),
      undefined,
      plugin({project: {about: 'A project.', states: [{state: 'on', verbs: ['set']}], verbs: ['list', 'set']}}),
    ]
    assert.deepEqual(mergedNounHelp('project', helps), {
      about: 'A project.',
      states: [{state: 'on', verbs: ['set']}],
      verbs: ['list', 'set'],
    })
    assert.equal(mergedNounHelp('user', helps), undefined)
  })
  it('orders verbs: declared ones, daily ones, others by name', () => {
    const verbs = ['zap', 'delete', 'list', 'abandon', 'failures list']
    assert.deepEqual(verbs.sort(byUse(['failures list'])), ['failures list', 'list', 'delete', 'abandon', 'zap'])
  })
})
