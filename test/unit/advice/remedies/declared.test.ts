import assert from 'node:assert/strict'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {chooseRemedy} from '#advice/remedies/choose'
import {isSafeVerb, verbsIn} from '#advice/remedies/verbs'
import {pluginHelp} from '#help/plugin-help'
import type {IndexedPlugin} from '#plugins/types'
import {makeFixedPlace} from '../../../support/fixed-place.ts'
import {removePlace} from '../../../support/place.ts'

describe('what a plugin declares', () => {
  const place = makeFixedPlace()
  after(() => removePlace(place))

  function plugin(name: string, module: string | undefined, path = './help.js'): IndexedPlugin {
    const root = join(place.work, name)
    mkdirSync(root)
    writeFileSync(join(root, 'package.json'), JSON.stringify({name, type: 'module', osc: {help: path}}))
    if (module !== undefined) writeFileSync(join(root, 'help.js'), module)
    const rest = {version: '1.0.0', namespaces: [], services: [], displayName: name, commandsDir: '.', foreign: false}
    return {name, root, kind: 'user', ...rest}
  }

  const symptom = {code: 'Http409', message: 'It exists.', service: 'orchestration', command: 'stack create'}

  it('comes before what the core says', async () => {
    const module = `export default {remedies: [{when: {code: 'Http409', command: 'stack'}, cause: 'Of {cloud}.', fix: 'Ask {cloud}.', next: ['osc x {name}']}],
      nouns: {stack: {states: [{state: 'ACTIVE', verbs: ['show', 'suspend']}]}}}`
    const help = await pluginHelp(plugin('good', module))
    assert.deepEqual(chooseRemedy(help?.remedies ?? [], symptom, {cloud: 'lab', name: "it's"}), {
      cause: 'Of lab.',
      fix: 'Ask lab.',
      next: ["osc x 'it'\\''s'"],
    })
    assert.deepEqual(verbsIn(help, 'stack', 'active'), ['suspend'])
    assert.deepEqual(verbsIn(help, 'stack', 'ACTIVE_TOO'), [])
  })

  it('is suggested as a verb only where it interrupts nothing, takes nothing away and needs no options', () => {
    for (const verb of ['ssh', 'event list', 'add subnet', 'unpause']) assert.ok(isSafeVerb(verb), verb)
    for (const verb of ['stop', 'reboot', 'rebuild', 'resize', 'image create', 'delete'])
      assert.ok(!isSafeVerb(verb), verb)
  })

  it('is passed over with an unknown placeholder in its cause, and left out line by line', async () => {
    const module = `export default {remedies: [
      {when: {code: 'Http409'}, cause: 'Of {nobody}.', next: []},
      {when: {code: 'Http409', message: 'EXISTS'}, cause: 'Yes.', next: ['osc {nobody}', 'osc show']}]}`
    const remedies = (await pluginHelp(plugin('unknown', module)))?.remedies ?? []
    assert.deepEqual(chooseRemedy(remedies, symptom, {}), {
      cause: 'Yes.',
      fix: undefined,
      next: ['osc show'],
    })
  })

  const useless: [string, string | undefined, string?][] = [
    ['that throws', 'throw new Error("no")'],
    ['that is missing', undefined],
    ['that does not parse', 'export const ='],
    ['that never comes to an end', 'await new Promise(() => {})'],
    [
      'of the wrong form',
      'export default {remedies: [1, {when: 7}, {when: {code: []}, next: 3}, {when: {code: "x", message: "("}}], nouns: 3}',
    ],
    ['that is no path', undefined, ''],
  ]
  for (const [what, module, path] of useless) {
    it(`is ignored in a module ${what}`, async () => {
      const started = Date.now()
      const help = await pluginHelp(plugin(what.replaceAll(' ', '-'), module, path))
      assert.deepEqual([...(help?.remedies ?? []), ...verbsIn(help, 'stack', 'ACTIVE')], [])
      assert.ok(Date.now() - started < 2000)
    })
  }
})
