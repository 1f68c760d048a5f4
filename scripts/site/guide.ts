import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import MarkdownIt, {type Token} from 'markdown-it'

/** A file of docs/: its tokens, with an id on every heading, and its sections for the search. */
export interface Guide {
  name: string
  title: string
  tokens: readonly Token[]
  sections: readonly {title: string; id: string; text: string}[]
}

const markdown = new MarkdownIt({html: false})

export function readGuide(file: string): Guide {
  const tokens = markdown.parse(readFileSync(file, 'utf8'), {})
  const ids = new Set<string>()
  const sections: {title: string; id: string; text: string}[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const title = textOf(tokens[at + 1])
      const id = unused(slug(title), ids)
      token.attrSet('id', id)
      sections.push({title, id, text: ''})
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
export function guideHtml({name, tokens}: Guide, hrefOf: (text: string) => string | undefined): string {
  const renderer = new MarkdownIt({html: false})
  const code = renderer.renderer.rules.code_inline
  renderer.renderer.rules.code_inline = (list, at, options, env, self) => {
    const shown = code?.(list, at, options, env, self) ?? ''
    const href = hrefOf(list[at]?.content ?? '')
    const inLink = list[at - 1]?.type === 'link_open'
    return href === undefined || inLink ? shown : `<a href="../${href}">${shown}</a>`
  }
  renderer.renderer.rules.link_open = (list, at, options, _env, self) => {
    const token = list[at]
    token?.attrSet('href', addressOf(String(token.attrGet('href')), name))
    return self.renderToken(list, at, options)
  }
  return renderer.renderer.render([...tokens], renderer.options, {})
}

function addressOf(href: string, guide: string): string {
  if (/^(?:https?:|#)/.test(href)) return href
  const local = /^([\w.-]+)\.md(#.*)?$/.exec(href)
  if (!local) throw new Error(`docs/${guide}.md links to ${href}: a guide may link to guides and to the web.`)
  return `${local[1]}.html${local[2] ?? ''}`
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
