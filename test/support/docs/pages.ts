import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {repository} from '../program.ts'

/** A fenced block of code of README.md or docs/*.md. */
export interface Block {
  /** `docs/plugins.md:12`, where it begins. */
  place: string
  language: string
  /** The file that it is: behind the language (`json package.json`), or in a comment on its first line (`// src/flavor.ts`). */
  file: string | undefined
  text: string
  /** Why it is not run, from the line before it: `<!-- not run: it needs a registry -->`. */
  notRun: string | undefined
}

export interface Page {
  name: string
  blocks: Block[]
  /** Everything outside of blocks. */
  prose: string
}

/** The pages that people write; docs/sdk.md is made of the SDK's own declarations. */
export function readPages(): Page[] {
  const names = ['README.md', ...globSync('docs/*.md', {cwd: repository}).sort()]
  return names
    .filter((name) => name !== 'docs/sdk.md')
    .map((name) => readPage(name, readFileSync(join(repository, name), 'utf8')))
}

const FENCE = /^```(\S*) *(.*)$/
const NOT_RUN = /^<!-- not run: (.+) -->$/

export function readPage(name: string, text: string): Page {
  const lines = text.split('\n')
  const blocks: Block[] = []
  const prose: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const [, language, info] = FENCE.exec(lines[at] ?? '') ?? []
    if (language === undefined) {
      prose.push(lines[at] ?? '')
      continue
    }
    const end = lines.indexOf('```', at + 1)
    if (end < 0) throw new Error(`${name}:${at + 1}: the block has no end.`)
    const content = lines.slice(at + 1, end)
    const file = info || /^\/\/ (\S+\.ts)$/.exec(content[0] ?? '')?.[1]
    const notRun = NOT_RUN.exec(lines[at - 1] ?? '')?.[1]
    blocks.push({place: `${name}:${at + 1}`, language, file, text: `${content.join('\n')}\n`, notRun})
    at = end
  }
  return {name, blocks, prose: prose.join('\n')}
}
