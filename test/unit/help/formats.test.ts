import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import MarkdownIt from 'markdown-it'
import {dateOf, type Format, formatted} from '#help/formats'
import type {Page} from '#help/page'

const NASTY = [
  '*not bold*, _not slanted_, `no code`, ~~there~~',
  '[no link](http://x), <b>no tag</b>, &amp; no entity, http://plain.example/a_b_c',
  '# no heading',
  '- no item',
  '+ no item',
  '1. no item',
  '2) no item',
  '> no quote',
  '=====',
  '---',
  '``` no fence',
  '.SH no macro',
  "'no request",
  'back\\slash, a "quote", a-hyphen, ^ and ~, | bar, $x$',
  'one line\nanother line\n- and a third',
  'a paragraph\n\n\n- another',
  '   indented by three',
  'a very long line that goes on and on and on, far beyond what fits on a line, until . and .SH would begin one of its own',
]

const page: Page = {
  title: 'stack *create*',
  intro: ['Create a `stack`.', '', ...NASTY],
  sections: [
    {title: 'PROSE #', text: NASTY},
    {
      title: 'TERMS',
      entries: [...NASTY.map((text, at): [string, string] => [`--o${at} a\`b\`\`"c"`, text]), ['--x', '']],
    },
    {title: 'LINES', lines: ['$ osc x', '```', '.TH', "'", '', '  - deep  x', '````']},
    {title: 'BOTH', text: ['Prose.'], lines: ['$ osc `y`']},
    {title: 'SEE ALSO', pages: true, lines: ['osc stack show', 'osc help heat']},
  ],
}
const linked = (text: string) =>
  new Map([
    ['osc stack show', 'stack-show'],
    ['osc help heat', 'heat'],
  ]).get(text)
const made = (format: Format) => formatted(page, format, {program: 'osc', date: '2026-11-25', linked})

/** The blocks that a text is to be, by its empty lines. */
const blocks = (kind: string) => (text: string) =>
  text.split(/\n{2,}/).map(
    (part) =>
      `${kind}: ${part
        .split('\n')
        .map((line) => line.trim())
        .join('\n')}`,
  )

/** What a reader of CommonMark sees: each block with its text, code in its marks. */
function read(text: string): string[] {
  const blocks: string[] = []
  const open: string[] = []
  for (const token of new MarkdownIt('commonmark').parse(text, {})) {
    if (token.nesting === 1) open.push(token.type)
    if (token.nesting === -1) open.pop()
    if (token.type === 'fence') blocks.push(`fence: ${token.content}`)
    if (!['inline', 'fence'].includes(token.type) && token.nesting === 0) blocks.push(`unexpected: ${token.type}`)
    if (token.type !== 'inline') continue
    const words = (token.children ?? []).map(({type, content, attrs}) => {
      if (type === 'text' || type === 'text_special') return content
      if (type === 'hardbreak') return '\n'
      if (type === 'code_inline') return `«${content}»`
      return type === 'link_open' ? `(${attrs?.[0]?.[1]})` : type === 'link_close' ? '' : `unexpected: ${type}`
    })
    blocks.push(
      `${open.includes('list_item_open') ? 'item' : (open.at(-1) ?? '').replace('_open', '')}: ${words.join('')}`,
    )
  }
  return blocks
}

describe('a page as markdown', () => {
  it('says to a reader of CommonMark what the facts say, whatever is in them', () => {
    const terms = page.sections[1]?.entries ?? []
    assert.deepEqual(read(made('markdown')), [
      'heading: stack *create*',
      ...page.intro.filter(Boolean).flatMap(blocks('paragraph')),
      'heading: PROSE #',
      ...NASTY.flatMap(blocks('paragraph')),
      'heading: TERMS',
      ...terms.map(([term, meaning]) => `«${term}»${meaning && `: ${meaning.trim()}`}`).flatMap(blocks('item')),
      'heading: LINES',
      `fence: ${page.sections[2]?.lines?.join('\n')}\n`,
      'heading: BOTH',
      'paragraph: Prose.',
      'fence: $ osc `y`\n',
      'heading: SEE ALSO',
      'item: (stack-show.md)«osc stack show»',
      'item: (heat.md)«osc help heat»',
    ])
  })
})

describe('a page as manual page', () => {
  const has = (program: string) => !spawnSync(program, ['--version']).error
  const linters: [string, string[]][] = [
    ['mandoc', ['-T', 'lint']],
    ['groff', ['-man', '-ww', '-z', '-Tutf8']],
  ]
  for (const [program, args] of linters)
    it(`has nothing for ${program} to warn of`, function () {
      if (!has(program)) this.skip()
      const {stdout, stderr} = spawnSync(program, args, {input: made('man'), encoding: 'utf8'})
      assert.equal(stdout + stderr, '')
    })
  it('shows every text as it is', function () {
    if (!has('groff')) this.skip()
    const args = ['-man', '-Tutf8', '-P-c', '-P-b', '-P-u', '-rLL=500n']
    const shown = spawnSync('groff', args, {input: made('man'), encoding: 'utf8'}).stdout
    const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
    for (const text of [...NASTY, ...(page.sections[2]?.lines ?? [])])
      assert.ok(squeezed(shown).includes(squeezed(text)), `${text}\n\n${shown}`)
    assert.match(shown, /NAME\n +osc-stack-\*create\* - Create a `stack`\./)
    assert.match(shown, /SEE ALSO\n +stack-show\(1\), heat\(1\)/)
  })
})

describe('a page as JSON', () => {
  it('is the page', () => assert.deepEqual(JSON.parse(made('json')), page))
  it('drives no terminal', () => {
    const text = formatted({title: '\u009b2J', intro: [], sections: []}, 'json', {program: 'osc', date: ''})
    assert.match(text, /"\\u009b2J"/)
    assert.equal(asTitle(text), '\u009b2J')
  })
  const asTitle = (text: string): unknown => JSON.parse(text).title
})

describe('the date of a manual page', () => {
  it('is the one that a build is given', () => assert.equal(dateOf({SOURCE_DATE_EPOCH: '86400'}), '1970-01-02'))
  for (const SOURCE_DATE_EPOCH of [undefined, '', 'noon'])
    it(`is today with ${SOURCE_DATE_EPOCH}`, () =>
      assert.ok(Math.abs(Date.parse(dateOf({SOURCE_DATE_EPOCH})) - Date.now()) < 2 * 86_400_000))
})
