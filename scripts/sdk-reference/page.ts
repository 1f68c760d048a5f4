import {anchors} from './anchors.ts'
import type {EntryPoint, PublicExport} from './entry-points.ts'

/** The reference as one page of Markdown: for each entry point a list of its exports, then each of them. */
export function referencePage(entryPoints: readonly EntryPoint[]): string {
  const headings = entryPoints.flatMap(({name, exports}) => [name, ...exports.map((one) => one.name)])
  const anchorOf = anchors(['SDK reference', ...headings])
  const section = ({name, exports}: EntryPoint): string => {
    const rows = exports.map((one) => `| [\`${one.name}\`](#${anchorOf(one.name)}) | ${firstSentence(one.doc)} |`)
    return `## ${name}\n\n| export | |\n| --- | --- |\n${rows.join('\n')}\n\n${exports.map(entry).join('\n')}`
  }
  return `# SDK reference

Everything that a plugin may import, made from the docstrings by \`npm run build\`. How to use it:
[writing a plugin](plugins.md). Inherited members are shown where they are declared. Types that no import names stand below
what uses them.

${entryPoints.map(section).join('\n')}`
}

function entry({name, doc, code}: PublicExport): string {
  return `### ${name}

${doc}

\`\`\`ts
${code}
\`\`\`
`
}

/** The first sentence, or its first half; for a cell of a table. */
function firstSentence(doc: string): string {
  const text = doc.replaceAll(/\s+/g, ' ')
  const end = /[.;](?= |$)/.exec(text)
  return `${text.slice(0, end?.index ?? text.length)}.`.replaceAll('|', '\\|')
}
