import {isCi} from '#advice/next-steps/audience'
import {dateOf, type Format, formatted} from '#help/formats'
import {helpWidth} from '#help/layout'
import {type Page, pageLines} from '#help/page'
import {wantsColour} from '#output/colour'
import {sanitize} from '#output/sanitize'
import type {Sink} from '#output/types'

/** Where help goes: stdout, by which name osc was called, and the environment that decides on colour and pager. */
export interface Reader {
  stdout: Sink
  program: string
  env: Readonly<Record<string, string | undefined>>
}

/** Prints a page: on a terminal bold headings, and a pager when it is longer than the screen; plain text elsewhere. */
export async function printPage(page: Page, {stdout, program, env}: Reader, format?: Format): Promise<number> {
  if (format) {
    await stdout.write(formatted(format === 'json' ? page : clean(page), format, {program, date: dateOf(env)}))
    return 0
  }
  const watched = stdout.isTTY && !isCi(env)
  const bold = watched && wantsColour(stdout, env) ? (text: string) => `\x1b[1m${text}\x1b[22m` : undefined
  const lines = pageLines(clean(page), helpWidth(stdout.width), bold)
  const text = `${lines.join('\n')}\n`
  if (watched && stdout.height !== undefined && lines.length >= stdout.height) {
    const {paged} = await import('#help/pager')
    if (await paged(text, env)) return 0
  }
  await stdout.write(text)
  return 0
}

/** Names of servers must not steer a terminal. */
const clean = (page: Page): Page => ({
  ...page,
  intro: page.intro.map(sanitize),
  sections: page.sections.map(({title, entries = [], lines = [], text = [], ...rest}) => ({
    ...rest,
    title: sanitize(title),
    entries: entries.map(([term, meaning]): [string, string] => [sanitize(term), sanitize(meaning)]),
    lines: lines.map(sanitize),
    text: text.map(sanitize),
  })),
})
