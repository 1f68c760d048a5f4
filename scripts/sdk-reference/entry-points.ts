// What `@osc-cli/core` exports, read from the declarations that the compiler wrote, through the compiler's own API.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {API, type Project, SymbolFlags, type Symbol as TsSymbol} from 'typescript/unstable/sync'
import {type Declaration, declarationOf} from './declaration.ts'

export interface EntryPoint {
  /** As an import names it: `@osc-cli/core/sandbox`. */
  name: string
  exports: PublicExport[]
}

export interface PublicExport extends Declaration {
  /** `OscCommand`, or `Flags.strings` inside a namespace. */
  name: string
  /** The docstring, without its stars; empty when there is none. */
  doc: string
}

interface PackageJson {
  name: string
  exports: Record<string, string | {types?: string}>
}

/**
 * The entry points that package.json names types for, each with its exports in the order of their names. `config` is a
 * tsconfig.json of the declarations.
 */
export function readEntryPoints(root: string, config = join(import.meta.dirname, 'tsconfig.json')): EntryPoint[] {
  const {name, exports} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson
  const api = new API({cwd: root})
  try {
    const project = api.updateSnapshot({openProjects: [config]}).getProject(config)
    if (project === undefined) throw new Error(`The compiler does not open ${config}.`)
    const entries = Object.entries(exports).flatMap(([path, target]) =>
      typeof target === 'object' && target.types ? [{name: join(name, path), types: join(root, target.types)}] : [],
    )
    const modules = entries.map(({name, types}) => ({name, module: moduleOf(project, types)}))
    const all = modules.flatMap(({module}) => exportsOf(project, module))
    const inside = all.filter(isNamespace).flatMap(({symbol}) => exportsOf(project, symbol))
    const isPublic = new Set([...all, ...inside].map(({symbol}) => symbol.id))
    return modules.map(({name, module}) => ({
      name,
      exports: exportsOf(project, module)
        .flatMap((found) => publicExports(project, found, {entry: name, isPublic}))
        .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    }))
  } finally {
    api.close()
  }
}

function moduleOf(project: Project, file: string): TsSymbol {
  const source = project.program.getSourceFile(file)
  const symbol = source && project.checker.getSymbolAtLocation(source)
  if (symbol === undefined) throw new Error(`${file} is not there: npm run build writes it.`)
  return symbol
}

interface Exported {
  name: string
  /** The name in the module that is looked at. */
  local: TsSymbol
  /** What it refers to, wherever that is declared. */
  symbol: TsSymbol
}

/** The docstring before `export * as Flags`, which the compiler does not count as one. */
function docOfStatement(project: Project, {declarations}: TsSymbol): string {
  const statement = declarations[0]?.resolve(project)?.parent
  if (statement === undefined) return ''
  const before = statement.getSourceFile().text.slice(statement.pos, statement.end)
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export /.exec(before)?.[1] ?? ''
  return comment.replaceAll(/^ *\* ?/gm, '').trim()
}

const isNamespace = ({symbol}: Exported): boolean => (symbol.flags & SymbolFlags.Module) !== 0

function exportsOf({checker}: Project, module: TsSymbol): Exported[] {
  return checker.getExportsOfModule(module).map((local) => {
    const symbol = local.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(local) : local
    return {name: local.name, local, symbol}
  })
}

interface EntryScope {
  /** The entry point's name. */
  entry: string
  isPublic: ReadonlySet<number>
}

/** One export, or a namespace (`Flags`) with each thing in it that is ours. */
function publicExports(project: Project, found: Exported, scope: EntryScope): PublicExport[] {
  const {name, local, symbol} = found
  const docOf = (of: TsSymbol) => project.checker.getDocumentationCommentOfSymbol(of).trim()
  if (!isNamespace(found)) {
    return [{name, doc: docOf(symbol), ...declarationOf(project, symbol, scope.isPublic)}]
  }
  const inside = exportsOf(project, symbol)
  const ours = inside.filter((member) => member.symbol.declarations.some(({path}) => path.includes('/dist/types/')))
  const others = inside.filter((member) => !ours.includes(member)).map((member) => `${name}.${member.name}`)
  return [
    {
      name,
      doc: docOfStatement(project, local),
      code: `import {${name}} from '${scope.entry}'\n// ${others.join(', ')}`,
      undocumented: [],
    },
    ...ours.flatMap((member) => publicExports(project, {...member, name: `${name}.${member.name}`}, scope)),
  ]
}
