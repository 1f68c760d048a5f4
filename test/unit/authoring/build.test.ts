import assert from 'node:assert/strict'
import {existsSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {decodeIndex, documentAt} from '#advice/search/index-file'
import {buildPlugin} from '#authoring/build'
import {removeStaleOutputs} from '#authoring/stale-outputs'
import {makePluginPlace, type PluginPlace, saying} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'

describe('osc plugins build', () => {
  let place: PluginPlace
  let root: string

  beforeEach(() => {
    place = makePluginPlace()
    // Plain JavaScript: nothing to compile. The sources are what a compiler would have read.
    place.plugin('mine', 'osc-plugin-mine', {commands: {'rack:list': saying('racks'), 'rack:look': saying('look')}})
    place.write('mine/src/commands/rack/list.ts', '')
    place.write('mine/src/commands/rack/look.ts', '')
    symlinkSync(join(repository, 'node_modules'), place.at('node_modules'))
    root = place.at('mine')
  })
  afterEach(() => place.remove())

  const build = () => buildPlugin(root, async () => {})
  const ids = () =>
    Object.keys((JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as {commands: object}).commands)

  it('removes a command whose source was deleted', async () => {
    await build()
    assert.deepEqual(ids().sort(), ['rack:list', 'rack:look'])
    rmSync(join(root, 'src/commands/rack/look.ts'))
    await build()
    assert.deepEqual(ids(), ['rack:list'])
    assert.equal(existsSync(join(root, 'dist/commands/rack/look.js')), false)
  })

  it('writes the index for osc search, with what the plugin says of its nouns', async () => {
    place.write('mine/package.json', {
      name: 'osc-plugin-mine',
      type: 'module',
      oclif: {commands: './dist/commands'},
      osc: {namespaces: ['racks'], help: './dist/help.js'},
    })
    place.write(
      'mine/dist/help.js',
      'export default {about: "Racks.", nouns: {rack: {about: "A cupboard for machines."}}}',
    )
    place.write('mine/src/help.ts', '')
    await build()
    const index = decodeIndex(readFileSync(join(root, 'dist/search.jsonl'), 'utf8'))
    assert.ok(index)
    const ids = index.documents.map((_, place) => documentAt(index, place).id)
    assert.deepEqual(ids.sort(), ['rack list', 'rack look', 'racks'])
    assert.ok(index.stems.cupboard, 'the text about a noun is found')
  })

  for (const [what, text] of [
    ['is not written yet', undefined],
    ['throws', 'throw new Error("boom")'],
    ['exports nothing', ''],
  ] as const)
    it(`succeeds although the help module ${what}`, async () => {
      const osc = {namespaces: ['racks'], help: './dist/help.js'}
      place.write('mine/package.json', {name: 'm', type: 'module', oclif: {commands: './dist/commands'}, osc})
      if (text !== undefined) place.write('mine/dist/help.js', text)
      if (text !== undefined) place.write('mine/src/help.ts', '')
      await build()
      assert.deepEqual(ids().sort(), ['rack:list', 'rack:look'])
    })

  const broken: [string, string, RegExp][] = [
    ['throws when it is loaded', 'throw new Error("boom")', /rack\/look\.js does not load: boom/],
    ['does not export a command', 'export const look = 1', /rack\/look\.js does not export a command class as default/],
    ['has a syntax error', 'export default class {', /rack\/look\.js does not load: /],
  ]
  for (const [what, text, expected] of broken)
    it(`names a file that ${what}, and keeps the last build`, async () => {
      const before = readFileSync(join(root, 'oclif.manifest.json'), 'utf8')
      place.write('mine/dist/commands/rack/look.js', text)
      await assert.rejects(build(), expected)
      assert.equal(readFileSync(join(root, 'oclif.manifest.json'), 'utf8'), before)
    })

  it('puts back what a failing compiler has changed', async () => {
    place.write('mine/tsconfig.json', '{}')
    // Whatever is found as TypeScript above the plugin compiles it.
    place.write(
      'mine/node_modules/typescript/bin/tsc',
      'require("fs").writeFileSync("dist/commands/rack/list.js", ""); process.exit(2)',
    )
    place.write('mine/node_modules/typescript/package.json', {type: 'commonjs'})
    const file = join(root, 'dist/commands/rack/list.js')
    const before = readFileSync(file, 'utf8')
    await assert.rejects(build(), /does not compile: tsc ended with status 2/)
    assert.equal(readFileSync(file, 'utf8'), before)
  })
})

describe('stale outputs', () => {
  it('are those without a source, maps and declarations included; other files stay', () => {
    const place = makePluginPlace()
    try {
      for (const file of ['a.ts', 'b/c.ts']) place.write(`src/${file}`, '')
      const kept = ['a.js', 'a.d.ts', 'a.js.map', 'b/c.js', 'data.json', '.tsbuildinfo']
      const gone = ['old.js', 'old.d.ts', 'old.d.ts.map', 'b/old.js']
      for (const file of [...kept, ...gone]) place.write(`dist/${file}`, '')
      removeStaleOutputs(place.at('dist'), place.at('src'))
      for (const file of kept) assert.ok(existsSync(place.at(`dist/${file}`)), file)
      for (const file of gone) assert.ok(!existsSync(place.at(`dist/${file}`)), file)
      removeStaleOutputs(place.at('dist'), place.at('absent'))
      assert.ok(existsSync(place.at('dist/a.js')), 'without sources nothing is known to be stale')
    } finally {
      place.remove()
    }
  })
})
