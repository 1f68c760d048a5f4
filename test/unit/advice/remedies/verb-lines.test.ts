import assert from 'node:assert/strict'
import {chooseRemedy} from '#advice/remedies/choose'
import {CORE_REMEDIES} from '#advice/remedies/core-remedies'
import {verbLines, verbsIn} from '#advice/remedies/verbs'
import {pluginHelp} from '#help/plugin-help'
import type {JsonObject} from '#json'
import {discover} from '#plugins/discover'
import {repository} from '../../../support/program.ts'

const {index} = discover({coreRoot: repository, root: repository, dataDir: '/nonexistent'})
const helpOf = async (noun: string) => {
  for (const plugin of index.plugins) {
    const help = await pluginHelp(plugin)
    if (help?.nouns?.[noun]?.states?.length) return help
  }
  return undefined
}

const PLACEHOLDER = /(?:^| )(?!POST|GET|PUT)[A-Z][A-Z_-]+(?= |$)/

describe('lines that are suggested for a state', () => {
  async function linesFor(noun: string, state: string, record: JsonObject, name = 'x') {
    const help = await helpOf(noun)
    return verbLines(verbsIn(help, noun, state), {noun, name, record}, help, index)
  }

  it('save an image to a file named by its disk format', async () => {
    const record = {name: 'x', status: 'active', disk_format: 'raw'}
    assert.deepEqual(await linesFor('image', 'active', record), ['image save --file x.raw x'])
    assert.deepEqual(await linesFor('image', 'active', {...record, name: 'a/b'}, 'a/b'), [])
    assert.deepEqual(await linesFor('image', 'active', {}), [])
  })

  it('import an image only where data is staged', async () => {
    assert.deepEqual(await linesFor('image', 'queued', {status: 'queued'}), [])
    assert.deepEqual(await linesFor('image', 'uploading', {status: 'uploading'}), ['image import x'])
  })

  it('log in to a server only through a floating IP', async () => {
    const on = (type: string) => ({addresses: {net: [{addr: '10.0.0.5', version: 4, 'OS-EXT-IPS:type': type}]}})
    const events = 'server event list x'
    assert.deepEqual(await linesFor('server', 'ACTIVE', on('floating')), ['server ssh x', events])
    assert.deepEqual(await linesFor('server', 'ACTIVE', on('fixed')), [events])
    assert.deepEqual(await linesFor('server', 'ACTIVE', {}), [events])
  })

  it('do not add a subnet that nobody named', async () => assert.deepEqual(await linesFor('router', 'ACTIVE', {}), []))

  it('know the states of Nova by the words of its errors', async () => {
    const help = await helpOf('server')
    for (const [word, verb] of [
      ['stopped', 'start'],
      ['rescued', 'unrescue'],
      ['resized', 'resize confirm'],
    ] as const)
      assert.ok(verbsIn(help, 'server', word).includes(verb), word)
  })

  it('list external networks where another one was given', async () => {
    const message = 'Bad floatingip request: Network 1 is not a valid external network.'
    const symptom = {code: 'Http400', message, service: 'network', command: 'floating ip create'}
    const {next} = chooseRemedy((await helpOf('network'))?.remedies ?? [], symptom, {program: 'osc'})
    assert.deepEqual(next, ['osc network list --external'])
  })

  it('leave nothing to fill in, nor does a remedy', async () => {
    const lines: string[] = CORE_REMEDIES.flatMap(({next}) => next)
    for (const plugin of index.plugins) {
      const help = await pluginHelp(plugin)
      lines.push(...(help?.remedies ?? []).flatMap(({next}) => next))
      for (const [noun, {states = []}] of Object.entries(help?.nouns ?? {}))
        for (const {state, verbs} of states)
          lines.push(...verbLines(verbs, {noun, name: 'x', record: {status: state}}, help, index))
    }
    assert.ok(lines.length > 100)
    assert.deepEqual(
      lines.filter((line) => PLACEHOLDER.test(line)),
      [],
    )
  })
})
