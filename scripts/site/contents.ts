import {hrefOfWords, type SiteFacts} from './facts.ts'
import {escapeHtml} from './html.ts'

/** The first page: guides, topics, and the commands plugin by plugin. */
export function contentsHtml({guides, topics, reference, index}: SiteFacts): string {
  const link = (href: string, text: string) => `<a href="${href}">${escapeHtml(text)}</a>`
  const list = (items: readonly string[]) => `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
  const commands = index.plugins.flatMap(({name, displayName, version, namespaces: [space]}) => {
    const own = reference.filter((page) => page.plugin === name && page.kind === 'command')
    const terms = own.map(({words, page}) => {
      const term = `<dt><a href="${hrefOfWords(words)}"><code>${escapeHtml(words)}</code></a></dt>`
      return `${term}\n<dd>${escapeHtml(page.intro[0] ?? '')}</dd>`
    })
    const more = space === undefined ? '' : ` ${link(hrefOfWords(space), 'What it is for')}`
    return [
      `<h3>${escapeHtml(displayName)}</h3>`,
      `<p><code>${escapeHtml(name)} ${escapeHtml(version)}</code>.${more}</p>`,
      `<dl class="wide">\n${terms.join('\n')}\n</dl>`,
    ]
  })
  return [
    '<h1>osc</h1>',
    '<p class="summary">The OpenStack command line: guides, topics, and every command.</p>',
    '<h2 id="guides">Guides</h2>',
    list(guides.map(({name, title}) => link(`guides/${name}.html`, title))),
    '<h2 id="topics">Topics</h2>',
    list(topics.map(({name, page}) => `${link(`topics/${name}.html`, name)}: ${escapeHtml(page.intro[0] ?? '')}`)),
    '<h2 id="commands">Commands</h2>',
    ...commands,
  ].join('\n')
}
