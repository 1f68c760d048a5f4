import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {anchors} from '../../../scripts/sdk-reference/anchors.ts'
import {readPage, readPages} from '../../support/docs/pages.ts'
import {repository} from '../../support/program.ts'

const headingsOf = (prose: string): string[] => [...prose.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text)

/** The links of a page that lead nowhere in this repository: no such file, no such heading. */
function brokenLinks(name: string, prose: string): string[] {
  const links = [...prose.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? name : join(dirname(name), path)
    if (!existsSync(join(repository, file))) return true
    if (anchor === undefined) return false
    const headings = headingsOf(readPage(file, readFileSync(join(repository, file), 'utf8')).prose)
    const anchorOf = anchors(headings)
    return !headings.some((heading) => anchorOf(heading) === anchor)
  })
}

describe('the links of the documentation', () => {
  for (const {name, prose} of readPages()) {
    it(`${name} has no broken links`, () => {
      const specs = [...prose.matchAll(/`((?:plugins|test)\/[\w/.-]+\.test\.ts)`/g)].map(([, file = '']) => file)
      const missing = specs.filter((file) => !existsSync(join(repository, file)))
      assert.deepEqual([...brokenLinks(name, prose), ...missing], [])
    })
  }

  it('finds those that lead nowhere', () => {
    const prose =
      '[a](docs/none.md) [b](docs/plugins.md#nothing) [c](docs/plugins.md#tests) [d](README.md) [e](#here)\n'
    assert.deepEqual(brokenLinks('README.md', prose), ['docs/none.md', 'docs/plugins.md#nothing', '#here'])
  })
})
