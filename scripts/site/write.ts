import {copyFileSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {build} from 'esbuild'
import {contentsHtml} from './contents.ts'
import {hrefOfWords, siteFacts} from './facts.ts'
import {guideContents, guideHtml} from './guide.ts'
import {shell} from './html.ts'
import {pageHtml, wayHtml} from './page-html.ts'
import {searchData} from './search-data.ts'

const browser = join(import.meta.dirname, 'browser')

/** Writes the whole site into `folder`, which holds nothing else afterwards. Returns the number of pages. */
export async function writeSite(folder: string): Promise<number> {
  const facts = await siteFacts()
  const {version, reference, topics, guides, hrefOf} = facts
  const pages = new Map<string, string>()
  const add = (href: string, title: string, main: string, root = '../') =>
    pages.set(href, shell({title, main, root, version}))
  add('index.html', 'osc: the OpenStack command line', contentsHtml(facts), '')
  for (const {words, page} of reference)
    add(hrefOfWords(words), `osc ${words}`, wayHtml(words, hrefOf) + pageHtml(page, hrefOf))
  for (const {name, page} of topics) add(`topics/${name}.html`, `osc help ${name}`, pageHtml(page, hrefOf))
  for (const guide of guides)
    add(`guides/${guide.name}.html`, `${guide.title}: osc`, guideContents(guide) + guideHtml(guide, hrefOf))

  rmSync(folder, {recursive: true, force: true})
  for (const [href, html] of pages) {
    const file = join(folder, href)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, html)
  }
  // A script, not JSON: a page that was opened from a disk may not read other files.
  writeFileSync(join(folder, 'search-index.js'), `globalThis.oscSearch = ${JSON.stringify(searchData(facts))}\n`)
  copyFileSync(join(browser, 'style.css'), join(folder, 'style.css'))
  await bundleSearch(join(folder, 'search.js'))
  return pages.size
}

/** The search of osc itself, for browsers. */
async function bundleSearch(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(browser, 'search.ts')],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['@osc/source'],
    alias: {'#plugins/data': join(browser, 'plugin-data.ts')},
    minify: true,
    logLevel: 'warning',
  })
}
