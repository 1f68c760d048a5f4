import assert from 'node:assert/strict'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {anchors} from '../../../scripts/sdk-reference/anchors.ts'
import {type EntryPoint, readEntryPoints} from '../../../scripts/sdk-reference/entry-points.ts'
import {referencePage} from '../../../scripts/sdk-reference/page.ts'
import {repository} from '../../support/program.ts'

/** What an author could not look up: exports without a docstring, and methods without one. */
const silent = (entryPoints: readonly EntryPoint[]): string[] =>
  entryPoints.flatMap(({name, exports}) =>
    exports.flatMap((one) => [
      ...(one.doc === '' ? [`${name}: ${one.name}`] : []),
      ...one.undocumented.map((member) => `${name}: ${one.name}.${member}`),
    ]),
  )

describe('the reference of the SDK', () => {
  const entryPoints = readEntryPoints(repository)
  const page = referencePage(entryPoints)

  it('has the entry points of package.json', () => {
    const names = new Set(entryPoints.map(({name}) => name))
    for (const name of ['@osc-cli/core', '@osc-cli/core/sandbox', '@osc-cli/core/testing'])
      assert.ok(names.has(name), name)
    for (const {name, exports} of entryPoints) assert.ok(exports.length > 0, name)
  })

  it('is what the build wrote', () => {
    const written = readFileSync(join(repository, 'docs', 'sdk.md'), 'utf8')
    assert.equal(written, page, 'npm run build writes docs/sdk.md')
  })

  it('has what every export at run time is, and no docstring is missing', async () => {
    for (const {name, exports} of entryPoints) {
      const known = new Set(exports.map((one) => one.name))
      const missing = Object.keys((await import(name)) as object).filter((key) => !known.has(key))
      assert.deepEqual(missing, [], name)
    }
    assert.deepEqual(silent(entryPoints), [], 'Write what it is: shapes, units, errors, source.')
  })

  it('leads from each row to a heading', () => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text)
    const anchorOf = anchors(headings)
    const there = new Set(headings.map((heading) => `#${anchorOf(heading)}`))
    const links = [...page.matchAll(/\]\((#[^)]*)\)/g)].map(([, link = '']) => link)
    assert.equal(new Set(links).size, entryPoints.flatMap(({exports}) => exports).length)
    assert.deepEqual(
      links.filter((link) => !there.has(link)),
      [],
    )
  })

  it('shows nothing that is private to the core', () => {
    assert.doesNotMatch(page, /@internal|private |#private|PluginIndex|import\("/)
  })
})

describe('the reference of a package', () => {
  let root: string
  let entryPoints: EntryPoint[]
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'osc-reference-'))
    mkdirSync(join(root, 'dist', 'types'), {recursive: true})
    cpSync(join(repository, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'))
    const files = {
      'package.json': {
        name: 'x',
        exports: {'.': {types: './dist/types/index.d.ts'}, './package.json': './package.json'},
      },
      'tsconfig.json': {files: ['dist/types/index.d.ts'], compilerOptions: {types: [], module: 'nodenext'}},
    }
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), JSON.stringify(content))
    writeFileSync(join(root, 'dist/types/index.d.ts'), DECLARATIONS)
    entryPoints = readEntryPoints(root, join(root, 'tsconfig.json'))
  })
  after(() => rmSync(root, {recursive: true, force: true}))

  it('reports what has no docstring', () => {
    assert.deepEqual(silent(entryPoints), ['x: Bare', 'x: bare', 'x: Tool.mute'])
  })

  it('has declarations with the types they name, without what is hidden', () => {
    const code = (name: string) => entryPoints[0]?.exports.find((one) => one.name === name)?.code
    assert.equal(
      code('Tool'),
      `class Tool {
  mute(): Size
  /** Says; twice. */
  say(text: string): void
}

/** How large. */
type Size = 'small' | 'large'`,
    )
    assert.equal(code('both'), 'function both(a: string): string\n\nfunction both(a: number): number')
  })

  it('heads each with its name, whatever else is called alike', () => {
    const page = referencePage(entryPoints)
    assert.match(page, /\| \[`Bare`\]\(#bare\) /)
    assert.match(page, /\| \[`bare`\]\(#bare-1\) /)
    assert.match(page, /\| \[`both`\]\(#both\) \| Both kinds: text, or a \\\| b\. \|/)
  })
})

const DECLARATIONS = `/** How large. */
type Size = 'small' | 'large';
/** What works. More of it. */
export declare class Tool {
    #private;
    private hidden;
    /** For the core. @internal */
    inner(): void;
    mute(): Size;
    /** Says; twice. */
    say(text: string): void;
}
export interface Bare {
    size: string;
}
export declare const bare: Bare;
/** Both kinds: text, or a | b; the rest. */
export declare function both(a: string): string;
export declare function both(a: number): number;
export {};
`
