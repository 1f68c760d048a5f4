import {hrefOfWords, type SiteFacts} from './facts.ts'
import {guideContents, guideHtml} from './guide.ts'
import {escapeHtml} from './html.ts'

/** The first page: the README, then guides, topics, and the commands plugin by plugin. */
export function contentsHtml({guides, readme, topics, reference, index, hrefOf}: SiteFacts): string {
  const link = (href: string, text: string) => `<a href="${href}">${escapeHtml(text)}</a>`
  const list = (items: readonly string[]) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
  const commands = index.plugins.flatMap(({name, displayName, version, namespaces: [space]}) => {
    const own = reference.filter((page) => page.plugin === name && page.kind === 'command')
    const terms = own.map(({words, page}) => {
      const term = `<dt><a href="${hrefOfWords(words)}"><code>${escapeHtml(words)}</code></a></dt>`
      return `${term}\n<dd>${escapeHtml(page.intro[0] ?? '')}</dd>`
    })
    const more = space === undefined ? '' : ` ${link(hrefOfWords(space), 'About this plugin')}`
    return [
      `<h3>${escapeHtml(displayName)}</h3>`,
      `<p><code>${escapeHtml(name)} ${escapeHtml(version)}</code>.${more}</p>`,
      `<details>\n<summary>${terms.length} commands</summary>\n<dl class="wide">\n${terms.join('\n')}\n</dl>\n</details>`,
    ]
  })
  return [
    guideContents(readme) + guideHtml(readme, hrefOf, ''),
    '<h2 id="guides">Guides</h2>',
    list(guides.map(({name, title}) => link(`guides/${name}.html`, title))),
    '<h2 id="topics">Topics</h2>',
    list(topics.map(({name, page}) => `${link(`topics/${name}.html`, name)}: ${escapeHtml(page.intro[0] ?? '')}`)),
    '<h2 id="commands">Commands</h2>',
    ...commands,
  ].join('\n')
}
