import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import MarkdownIt, {type Token} from 'markdown-it'
import {block} from './highlight.ts'
import {escapeHtml} from './html.ts'

/** README.md or a file of docs/: its tokens, with an id on every heading, and its sections for the search. */
export interface Guide {
  name: string
  title: string
  tokens: readonly Token[]
  sections: readonly GuideSection[]
}

interface GuideSection {
  title: string
  id: string
  text: string
  /** 1 for the title of the guide. */
  level: number
}

const markdown = new MarkdownIt({html: false})

export function readGuide(file: string): Guide {
  // Comments are for the tests of the documentation.
  const text = readFileSync(file, 'utf8').replaceAll(/^<!--[\s\S]*?-->\n/gm, '')
  const tokens = markdown.parse(text, {})
  const ids = new Set<string>()
  const sections: GuideSection[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const title = textOf(tokens[at + 1])
      const id = unused(slug(title), ids)
      token.attrSet('id', id)
      sections.push({title, id, text: '', level: Number(token.tag.slice(1))})
    } else if (token.type === 'inline' && tokens[at - 1]?.type !== 'heading_open') {
      const section = sections.at(-1)
      if (section) section.text += `${textOf(token)} `
    }
  }
  const [first] = sections
  if (!first) throw new Error(`${file} has no heading.`)
  return {name: basename(file, '.md'), title: first.title, tokens, sections}
}

/**
 * The guide as HTML. Links to other guides become those of the site, a command in backquotes leads to its page, and a link
 * that leads out of docs/ is an error: it would lead nowhere.
 */
export function guideHtml({name, tokens}: Guide, hrefOf: (text: string) => string | undefined, root = '../'): string {
  const renderer = new MarkdownIt({html: false})
  const code = renderer.renderer.rules.code_inline
  renderer.renderer.rules.code_inline = (list, at, options, env, self) => {
    const shown = code?.(list, at, options, env, self) ?? ''
    const href = hrefOf(list[at]?.content ?? '')
    const inLink = list[at - 1]?.type === 'link_open'
    return href === undefined || inLink ? shown : `<a href="${root}${href}">${shown}</a>`
  }
  renderer.renderer.rules.link_open = (list, at, options, _env, self) => {
    const token = list[at]
    token?.attrSet('href', addressOf(String(token.attrGet('href')), name, root))
    return self.renderToken(list, at, options)
  }
  renderer.renderer.rules.fence = (list, at) => `${block(list[at]?.content ?? '', list[at]?.info.trim() ?? '')}\n`
  return renderer.renderer.render([...tokens], renderer.options, {})
}

function addressOf(href: string, guide: string, root: string): string {
  if (/^(?:https?:|#)/.test(href)) return href
  // The README is the first page of the site, above the guides.
  const local = (root === '' ? /^docs\/([\w.-]+)\.md(#.*)?$/ : /^([\w.-]+)\.md(#.*)?$/).exec(href)
  if (!local) throw new Error(`${guide} links to ${href}: a guide may link to guides and to the web.`)
  return `${root === '' ? 'guides/' : ''}${local[1]}.html${local[2] ?? ''}`
}

/** Links to the sections of a guide; nothing where there are few. */
export function guideContents({sections}: Guide): string {
  const listed = sections.filter(({level}) => level === 2)
  if (listed.length < 3) return ''
  const items = listed.map(({title, id}) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`)
  return `<nav class="contents" aria-label="On this page">\n<h2>On this page</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</nav>\n`
}

const textOf = (token: Token | undefined): string =>
  (token?.children ?? []).map(({type, content}) => (type === 'softbreak' ? ' ' : content)).join('')

/** As GitHub makes the address of a heading, so that links hold there too. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-')

function unused(id: string, ids: Set<string>): string {
  let free = id
  for (let count = 1; ids.has(free); count += 1) free = `${id}-${count}`
  ids.add(free)
  return free
}
