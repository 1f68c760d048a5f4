import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import MarkdownIt from 'markdown-it'
import {asArray, asObject, asText} from '#json'
import {makeFixedPlace} from '../../../support/fixed-place.ts'
import {oscPerTest} from '../../../support/per-test.ts'
import {makePluginPlace, type PluginPlace} from '../../../support/plugin-fixture.ts'

describe('osc plugins docs', () => {
  const osc = oscPerTest({env: {SOURCE_DATE_EPOCH: '86400'}}, makeFixedPlace)
  let place: PluginPlace

  const thing = (id: string, more: object = {}) => ({[id]: {summary: `Do ${id}.`, examples: [`osc ${id}`], ...more}})
  beforeEach(() => {
    place = makePluginPlace(osc.place.root)
    place.plugin('data/node_modules/first', 'first', {
      osc: {namespaces: ['first', 'one'], displayName: 'First'},
      commands: {
        ...thing('thing:list', {seeAlso: ['thing show', 'thing nowhere', 'stack list']}),
        ...thing('thing:show', {
          needs: {colour: {microversion: '2.7'}},
          flags: {colour: {name: 'colour', type: 'option'}},
        }),
        ...thing('thing:secret', {hidden: true}),
      },
    })
    place.note('first')
  })

  const docs = async (argv: readonly string[], cwd = osc.place.work) => {
    const {status, stdout, stderr} = await osc(['plugins', 'docs', ...argv], {cwd})
    assert.deepEqual([status, stdout], [0, ''], stderr)
    return stderr
  }
  const at = (file: string) => join(osc.place.work, 'reference', file)
  const names = () => readdirSync(at('')).sort()

  it('writes a page for every command, noun and plugin, and what leads to them', async () => {
    assert.match(await docs(['first']), /reference: 5 pages written, 0 unchanged, 0 removed\.\n$/)
    assert.deepEqual(names(), ['.osc-docs.json', 'README.md', 'first.md', 'thing-list.md', 'thing-show.md', 'thing.md'])
    assert.match(
      readFileSync(at('README.md'), 'utf8'),
      /## First \(first 1\.0\.0\)\n\n.*- \[`thing list`\]\(thing-list\.md\): Do thing:list\.\n/s,
    )
  })

  it('says nothing of anybody’s cloud', async () => {
    place.write('clouds.yaml', 'clouds: {mine: {auth: {auth_url: "http://127.0.0.1:9/v3"}}}')
    const {status} = await osc(['plugins', 'docs', 'first'], {
      env: {OS_CLIENT_CONFIG_FILE: place.at('clouds.yaml'), OS_CLOUD: 'mine'},
    })
    assert.equal(status, 0)
    for (const name of names())
      assert.doesNotMatch(readFileSync(at(name), 'utf8'), /mine|unknown|first login|\(login, |No cloud/, name)
    assert.match(readFileSync(at('thing-show.md'), 'utf8'), /`--colour COLOUR`: \(requires microversion 2\.7\)/)
  })

  it('leaves no page of a command that is gone, and none of another plugin', async () => {
    await docs([])
    assert.ok(existsSync(at('stack-create.md')) && existsSync(at('thing-list.md')))
    assert.match(await docs(['one']), / 5 pages written, 0 unchanged, \d+ removed|\d+ removed/)
    assert.deepEqual(names().length, 6)
    place.plugin('data/node_modules/first', 'first', {osc: {namespaces: ['first']}, commands: thing('thing:show')})
    await docs(['first'])
    assert.ok(!existsSync(at('thing-list.md')))
  })

  it('is of the plugin in whose folder one is, installed or not', async () => {
    place.plugin('own', 'osc-plugin-own', {osc: {namespaces: ['own']}, commands: thing('own:go')})
    await docs([], place.at('own/dist'))
    assert.deepEqual(readdirSync(place.at('own/dist/reference')).sort(), [
      '.osc-docs.json',
      'README.md',
      'own-go.md',
      'own.md',
    ])
  })

  it('says when that is not built', async () => {
    place.plugin('own', 'osc-plugin-own', {commands: thing('own:go')})
    rmSync(place.at('own/oclif.manifest.json'))
    const {status, stderr} = await osc(['plugins', 'docs'], {cwd: place.at('own')})
    assert.equal(status, 1)
    assert.match(stderr, /osc-plugin-own in .*own cannot be read: oclif\.manifest\.json is missing/)
    assert.match(stderr, /osc plugins build/)
  })

  it('says what is wrong with the package.json of the folder', async () => {
    place.write('own/package.json', '{')
    const {status, stderr} = await osc(['plugins', 'docs'], {cwd: place.at('own')})
    assert.equal(status, 2)
    assert.match(stderr, /own package\.json cannot be read/)
  })

  it('refuses a folder with other files without --force', async () => {
    place.write('work/reference/mine.txt', 'mine')
    const {status, stderr} = await osc('plugins', 'docs', 'first')
    assert.equal(status, 5)
    assert.match(stderr, /mine\.txt.*--force/s)
    await docs(['first', '--force'])
    assert.equal(readFileSync(at('mine.txt'), 'utf8'), 'mine')
  })

  it('knows no other plugin', async () => {
    const {status, stderr} = await osc('plugins', 'docs', 'frist')
    assert.equal(status, 4)
    assert.match(stderr, /Plugin 'frist' is not installed\./)
  })

  it('writes a page each for commands that differ by a hyphen', async () => {
    place.plugin('own', 'osc-plugin-own', {commands: {...thing('a-b:c'), ...thing('a:b-c')}})
    await docs([], place.at('own'))
    const pages = readdirSync(join(place.at('own'), 'reference'))
    assert.deepEqual(pages.filter((name) => /^a-.*c\.md$/.test(name)).sort(), ['a--b-c.md', 'a-b--c.md'])
  })

  it('has only links that lead somewhere, with all plugins', async () => {
    await docs([])
    const pages = names().filter((name) => name.endsWith('.md'))
    assert.ok(pages.length > 300, String(pages.length))
    let links = 0
    for (const name of pages) {
      for (const {children} of new MarkdownIt('commonmark').parse(readFileSync(at(name), 'utf8'), {})) {
        for (const href of (children ?? [])
          .filter(({type}) => type === 'link_open')
          .map((link) => String(link.attrGet('href')))) {
          links += 1
          assert.ok(pages.includes(href), `${name}: ${href}`)
        }
      }
    }
    assert.ok(links > 600, String(links))
  })

  it('writes the facts as JSON', async () => {
    await docs(['first', '--format', 'json'])
    const {title, sections} = asObject(JSON.parse(readFileSync(at('thing-show.json'), 'utf8')))
    assert.equal(title, 'thing show')
    assert.ok(asArray(sections).some((section) => asText(asObject(section).title) === 'USAGE'))
  })

  it('writes manual pages that no linter complains of, with all plugins', async function () {
    await docs(['--format', 'man'])
    const pages = names()
      .filter((name) => name.endsWith('.1'))
      .map(at)
    assert.ok(pages.length > 300 && pages.some((page) => page.endsWith('/osc-stack-create.1')))
    assert.match(readFileSync(at('osc-stack-create.1'), 'utf8'), /^\.TH "OSC\\-STACK\\-CREATE" 1 "1970-01-02" "osc"\n/)
    const lint = spawnSync('mandoc', ['-T', 'lint', ...pages], {encoding: 'utf8'})
    if (lint.error) this.skip()
    assert.equal(lint.stdout + lint.stderr, '')
  })
})
