import assert from 'node:assert/strict'
import {loadCloudConfig} from '#cloud/config/load'
import {type Context, NO_CONTEXT} from '#context/context'
import {namespacePage} from '#help/namespace-page'
import {nounPage} from '#help/noun-page'
import {pageLines} from '#help/page'
import {readIndex} from '#help/reference/read'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

describe('the page of a plugin', () => {
  let place: PluginPlace
  before(() => {
    place = makePluginPlace()
    place.plugin('thing', 'thing', {
      osc: {namespaces: ['things', 'thing'], services: ['orchestration'], displayName: 'Things'},
      commands: {
        'thing:do': {summary: 'Do it.'},
        'thing:undo': {summary: 'Undo it.'},
        'thing:part:show': {summary: 'Show a part.'},
        ponder: {summary: 'Think.'},
      },
    })
  })
  after(() => place.remove())

  const parts = () => {
    const index = readIndex([{name: 'thing', root: place.at('thing'), kind: 'user'}])
    const [plugin] = index.plugins
    return plugin ? {plugin, index} : assert.fail('no plugin')
  }
  const help = {
    about: 'Makes things.',
    session: [],
    nouns: {thing: {about: 'A thing.', states: [{state: 'DONE', verbs: ['undo']}]}},
  }
  const view = (context: Context) => ({program: 'osc', env: {}, context, all: false})
  const shown = (context: Context) => {
    const {plugin, index} = parts()
    return pageLines(namespacePage(plugin, index, help, view(context)), 80).join('\n')
  }
  const inCloud = async (url: string): Promise<Context> => {
    const env = {OS_AUTH_URL: 'http://keystone.example/v3', OS_ORCHESTRATION_ENDPOINT_OVERRIDE: url}
    const config = await loadCloudConfig({options: {}, env, cwd: place.root, home: place.root})
    return {...NO_CONTEXT, now: 7_200_000, config}
  }

  it('has the verbs of each noun in a line, and says what a command of one word does', () => {
    const page = shown(NO_CONTEXT)
    assert.match(page, /NOUNS AND VERBS\n {2}ponder +Think\.\n {2}thing +do, undo\n {2}thing part +show\n/)
  })
  it('has the states of the noun that it is called by as well, and no second list', () => {
    const page = shown(NO_CONTEXT)
    assert.match(page, /STATES.*\n {2}DONE +Valid: undo\.\n/)
    assert.doesNotMatch(page, /COMMANDS/)
  })
  it('says nothing of a cloud to readers of any', () => assert.doesNotMatch(shown(NO_CONTEXT), /IN THIS CLOUD|unknown/))
  it('takes the version of the API from the address', async () => {
    const page = shown(await inCloud('http://heat.example/v1/p'))
    assert.match(page, /orchestration: http:\/\/heat\.example\/v1\/p\n {2}API v1 \(from its URL in the catalog\)\.\n/)
  })
  it('takes it from the version document where that is known', async () => {
    const versions = {orchestration: {value: 'v1.9', at: 0, source: 'version document http://heat.example'}}
    const page = shown({...(await inCloud('http://heat.example/v1/p')), versions})
    assert.match(page, /API v1\.9 \(version document http:\/\/heat\.example, 2 h old\)\./)
    assert.doesNotMatch(page, /from its URL/)
  })
  it('claims no version where neither says one', async () =>
    assert.doesNotMatch(shown(await inCloud('http://heat.example/')), /API/))

  it('is another than the page of a noun', () => {
    const {index} = parts()
    const page = nounPage(['thing'], index, help.nouns.thing, view(NO_CONTEXT))
    assert.deepEqual([page.title, page.intro], ['thing', ['A thing.']])
    assert.equal(page.sections[0]?.entries?.length, 3)
  })
})
