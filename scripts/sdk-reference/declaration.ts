import {type Node, SyntaxKind} from 'typescript/unstable/ast'
import type {Project, Symbol as TsSymbol} from 'typescript/unstable/sync'

export interface Declaration {
  /** The declaration as TypeScript, with the docstrings of its members, and the types that it names and nothing exports. */
  code: string
  /** Its methods without a docstring. */
  undocumented: string[]
}

const OURS = '/dist/types/'

export function declarationOf(project: Project, symbol: TsSymbol, isPublic: ReadonlySet<number>): Declaration {
  const nodes = nodesOf(project, symbol)
  const named = namedTypes(project, symbol, isPublic)
  const beside = named.flatMap((type) => nodesOf(project, type)).map(codeOf)
  return {
    code: [...nodes.map((node) => codeOf(node).replace(DOCSTRINGS, '')), ...beside].join('\n\n'),
    undocumented: nodes
      .flatMap(publicMembers)
      .filter(isMethod)
      .filter((member) => !isDocumented(member))
      .map(nameOf),
  }
}

function nodesOf(project: Project, {declarations}: TsSymbol): Node[] {
  const nodes = declarations.map((declaration) => declaration.resolve(project))
  return nodes
    .filter((node) => node !== undefined)
    .map((node) => (node.kind === SyntaxKind.VariableDeclaration ? node.parent.parent : node))
}

/** Types of ours that are named in the declaration, or in one that it names, and that are not exported. */
function namedTypes(project: Project, symbol: TsSymbol, isPublic: ReadonlySet<number>): TsSymbol[] {
  const found: TsSymbol[] = []
  const visit = (node: Node): void => {
    if (isHidden(node)) return
    const type = node.kind === SyntaxKind.Identifier ? typeNamedBy(project, node) : undefined
    if (type && type.id !== symbol.id && !isPublic.has(type.id) && !found.some(({id}) => id === type.id)) {
      found.push(type)
      nodesOf(project, type).forEach(visit)
    }
    node.forEachChild(visit)
  }
  nodesOf(project, symbol).forEach(visit)
  return found
}

function typeNamedBy({checker}: Project, name: Node): TsSymbol | undefined {
  const {kind} = name.parent
  if (kind !== SyntaxKind.TypeReference && kind !== SyntaxKind.ExpressionWithTypeArguments) return undefined
  const symbol = checker.getSymbolAtLocation(name)
  const isAlias = symbol?.declarations.some((declaration) => declaration.kind === SyntaxKind.ImportSpecifier)
  const type = symbol && isAlias ? checker.getAliasedSymbol(symbol) : symbol
  const declared = type?.declarations[0]
  return declared?.path.includes(OURS) && declared.kind !== SyntaxKind.TypeParameter ? type : undefined
}

const DOCSTRINGS = /^(?:\/\*\*[\s\S]*?\*\/\s*)+/

/** The text of a node without what is not for plugins. */
function codeOf(node: Node): string {
  const {text} = node.getSourceFile()
  let code = ''
  let at = node.pos
  for (const hidden of membersOf(node).filter(isHidden)) {
    code += text.slice(at, hidden.pos)
    at = hidden.end
  }
  return `${code}${text.slice(at, node.end)}`
    .trim()
    .replace(/^((?:\/\*\*[\s\S]*?\*\/\s*)*)(?:export )?(?:declare )?/, '$1')
    .replaceAll(/import\("[^"]*"\)\./g, '')
    .replaceAll(/^(?! +\*)(.*);$/gm, '$1')
    .replaceAll(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2))
}

function membersOf(node: Node): Node[] {
  if (node.kind !== SyntaxKind.InterfaceDeclaration && node.kind !== SyntaxKind.ClassDeclaration) return []
  const members: Node[] = []
  node.forEachChild((child) => {
    if (MEMBERS.has(child.kind)) members.push(child)
  })
  return members
}

const MEMBERS = new Set([
  SyntaxKind.PropertySignature,
  SyntaxKind.MethodSignature,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.GetAccessor,
  SyntaxKind.Constructor,
])
const publicMembers = (node: Node) => membersOf(node).filter((member) => !isHidden(member))
const isMethod = ({kind}: Node) => kind === SyntaxKind.MethodSignature || kind === SyntaxKind.MethodDeclaration
const sourceOf = (node: Node) => node.getSourceFile().text.slice(node.pos, node.end).trim()
const isDocumented = (member: Node) => sourceOf(member).startsWith('/**')
const nameOf = (member: Node) => /^(?:\/\*\*[\s\S]*?\*\/)?\s*(?:\w+ )*(\w+)/.exec(sourceOf(member))?.[1] ?? '?'

/** Private, or marked `@internal`: the core's own. */
function isHidden(node: Node): boolean {
  return (
    MEMBERS.has(node.kind) &&
    /^(?:\/\*\*(?:(?!\*\/)[\s\S])*@internal|(?:\/\*\*[\s\S]*?\*\/\s*)?(?:private |#private))/.test(sourceOf(node))
  )
}
