import assert from 'node:assert/strict'
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, posix} from 'node:path'
import {TOPIC_NAMES} from '#help/topics'
import {asArray, asObject, asText} from '#json'
import {globalOptions} from '#line/global-options'
import {writeSite} from '../../scripts/site/write.ts'
import {repository} from '../support/program.ts'

describe('the site', () => {
  let folder: string
  /** Every page by its place, with what it holds. */
  let pages: Map<string, {html: string; ids: string[]; links: string[]}>

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'osc-site-'))
    const count = await writeSite(folder)
    const files = globSync('**/*.html', {cwd: folder})
    assert.equal(files.length, count)
    pages = new Map(
      files.map((file) => {
        const html = readFileSync(join(folder, file), 'utf8')
        const all = (attribute: string) =>
          [...html.matchAll(new RegExp(`<[^>]* ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')
        return [file, {html, ids: all('id'), links: [...all('href'), ...all('src')]}]
      }),
    )
  })
  after(() => rmSync(folder, {recursive: true}))

  const page = (file: string) => pages.get(file) ?? assert.fail(`${file} is not a page`)
  /** Whether an address, as it is written on a page, leads to a page and a place of the site. */
  const leads = (address: string, file: string) => {
    const [path = '', anchor] = address.split('#')
    const target = path === '' ? file : posix.join(dirname(file), path)
    const found = pages.get(target)
    if (!found) return globSync(target, {cwd: folder}).length === 1 && anchor === undefined
    return anchor === undefined || found.ids.includes(anchor)
  }

  it('has a page for every command, noun, plugin, topic and guide', () => {
    const {commands} = asObject(
      JSON.parse(readFileSync(join(repository, 'plugins/orchestration/oclif.manifest.json'), 'utf8')),
    )
    const ids = Object.values(asObject(commands)).map((command) =>
      String(asText(asObject(command).id)).replaceAll(':', '-'),
    )
    assert.ok(ids.length > 40)
    for (const id of [...ids, 'stack', 'orchestration', 'identity', 'core']) page(`commands/${id}.html`)
    for (const topic of TOPIC_NAMES) page(`topics/${topic}.html`)
    for (const guide of globSync('*.md', {cwd: join(repository, 'docs')}))
      page(`guides/${guide.replace('.md', '.html')}`)
  })

  it('has no link that leads nowhere, and none that depends on where the site is', () => {
    let count = 0
    for (const [file, {links}] of pages) {
      for (const link of links.filter((address) => !/^(?:https?:|data:)/.test(address))) {
        count += 1
        assert.ok(!link.startsWith('/'), `${file}: ${link} is not relative`)
        assert.ok(leads(link, file), `${file}: ${link} leads nowhere`)
      }
    }
    assert.ok(count > 2000, String(count))
  })

  it('loads nothing from elsewhere', () => {
    for (const [file, {html}] of pages)
      assert.doesNotMatch(html, /<(?:script|link|img)[^>]* (?:src|href)="(?:https?:)?\/\//, file)
    assert.doesNotMatch(readFileSync(join(folder, 'style.css'), 'utf8'), /url\(|@import/)
  })

  it('can be reached in whole from its first page', () => {
    const visited = new Set(['index.html'])
    for (const file of visited) {
      for (const link of page(file).links.filter((address) => /^[^:]*\.html/.test(address)))
        visited.add(posix.join(dirname(file), link.split('#')[0] ?? ''))
    }
    assert.deepEqual(
      [...pages.keys()].filter((file) => !visited.has(file)),
      [],
    )
  })

  it('has each id once on a page', () => {
    for (const [file, {ids}] of pages) assert.equal(new Set(ids).size, ids.length, file)
  })

  it('finds nothing that has no place', () => {
    const script = readFileSync(join(folder, 'search-index.js'), 'utf8')
    const {index, hrefs} = asObject(JSON.parse(script.replace('globalThis.oscSearch = ', '')))
    const documents = asArray(asObject(index).documents).map((text) => asObject(JSON.parse(asText(text) ?? '')))
    assert.ok(documents.length > pages.size - 5)
    for (const [at, document] of documents.entries()) {
      const href = asText(asArray(hrefs)[at]) ?? ''
      assert.ok(leads(href, 'index.html'), `${asText(document.id)}: ${href}`)
      const options = asArray(document.fields)
        .map(asObject)
        .filter((field) => field.in === 'option' && document.kind === 'command')
      for (const {name} of options)
        assert.ok(leads(`${href}#${asText(name)}`, 'index.html'), `${href}: ${asText(name)}`)
    }
  })

  it('says of nobody’s cloud that it is unknown', () => {
    for (const [file, {html}] of pages)
      assert.doesNotMatch(html, /unknown until|No cloud is configured|No cloud is selected\. Clouds/, file)
  })

  it('shows no comment of a guide as text', () => {
    for (const [file, {html}] of pages) assert.doesNotMatch(html, /<p>&lt;!--/, file)
  })

  it('begins with what osc is and how to install it, and has the guides in reading order', () => {
    const {html} = page('index.html')
    const order = ['id="install"', 'id="configure-a-cloud"', 'id="first-commands"', 'id="guides"', 'id="commands"']
    const places = order.map((text) => html.indexOf(text))
    assert.ok(
      places.every((place, at) => place > (places[at - 1] ?? 0)),
      String(places),
    )
    assert.ok(html.indexOf('guides/using-plugins.html">Using') < html.indexOf('guides/performance.html">Perf'))
  })

  it('has examples right after the usage, to be pasted as they are', () => {
    const {html} = page('commands/stack-create.html')
    assert.ok(html.indexOf('id="examples"') < html.indexOf('id="arguments"'))
    assert.match(html, /<pre tabindex="0"><code>osc stack create -t web\.yaml/)
  })

  it('keeps what is markup in a text as text', () => {
    assert.match(page('topics/options.html').html, /<dt id="--os-cloud"><code>--os-cloud NAME<\/code><\/dt>/)
    assert.match(
      page('commands/stack-create.html').html,
      /osc stack create --template TEMPLATE \[options\] &lt;name&gt;/,
    )
    for (const {name} of globalOptions()) assert.ok(page('topics/options.html').ids.includes(name), name)
  })
})
