import {wrongWith} from './docs/check-command.ts'
import {commandsOf} from './docs/commands.ts'

/** A line of osc that a text proposes; `whole` when the text is nothing else, so that it must run as it is. */
export interface Proposed {
  line: string
  whole: boolean
}

/** The texts of a TypeScript source, without their quotes. Comments are left out. */
export const literalsOf = (source: string): string[] =>
  (source.match(LITERAL) ?? []).flatMap((text) =>
    text.startsWith('/') ? [] : [text.slice(1, -1).replaceAll(/\\(['"`])/g, '$1')],
  )

/** The comments of a source, without their marks. */
export const commentsOf = (source: string): string[] =>
  (source.match(LITERAL) ?? []).flatMap((text) =>
    text.startsWith('/')
      ? [
          text
            .replaceAll(/^\/\*+|^\/\/|\*\/$|\n\s*\*?/g, ' ')
            .replaceAll(/\s+/g, ' ')
            .trim(),
        ]
      : [],
  )

const LITERAL = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

/** osc itself, or the placeholder for the name that it was started with. */
const PROGRAM = String.raw`(?:osc|\$\{(?:[\w.]*\.)?(?:program|osc)\}|\{(?:program|osc)\})`
const WHOLE = new RegExp(`^${PROGRAM} ((?:-|\\$?\\{)?\\S.*)$`)
const IN_PROSE = new RegExp(`(?:: |\`|\\n *)${PROGRAM} (\\S[^\\n\`]*?)(?=[.,;)]? *$|[.;,?]\\s|\\n|\`|\\))`, 'gm')
const SENTENCE = /[.:;?,] |[.?]$/

/** The lines of osc in a text: the text itself, or what follows a colon, a backtick or the beginning of a further line. */
export function proposedIn(text: string, isCommand: (words: string) => boolean): Proposed[] {
  const whole = WHOLE.exec(text)?.[1]
  const first = whole?.split(' ')[0] ?? ''
  if (whole !== undefined && (/^(?:-|\$?\{)/.test(first) || isCommand(first)) && !SENTENCE.test(unquoted(whole)))
    return [{line: whole, whole: true}]
  return [...text.matchAll(IN_PROSE)].map(([, line = '']) => ({line, whole: false}))
}

const unquoted = (line: string): string => line.replaceAll(/'[^']*'|"[^"]*"/g, '')

/** The placeholder for the rest of a line, whatever comes after it. */
const LINE = /(?:\$?\{\w*(?:line\d?|document\.id|command\.id)\}|\.\.\.?).*$/g
const VALUE = /\$?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g

/** What is wrong with a line: no such command or option, or, where it is whole, something missing. Undefined when nothing is. */
export async function wrongWithProposed({line, whole}: Proposed): Promise<string | undefined> {
  const filled = line
    .replaceAll('\\n', ' ')
    .replace(REDIRECTION, '')
    .replaceAll(LINE, 'region list')
    .replaceAll(VALUE, 'NAME')
  // The beginning of a text that goes on in the source.
  if (filled.includes('${') || BEGINNING.test(filled)) return undefined
  const inner = [...filled.matchAll(/\$\((osc [^()]*)\)/g)].map(([, command = '']) => command)
  const outer = `osc ${filled.replaceAll(/\$\(osc [^()]*\)/g, 'NAME')}`
  for (const words of [...inner, outer].flatMap(commandsOf)) {
    if (words[0] !== 'osc' || words.slice(1).every((word) => word === 'NAME')) continue
    const [program = '', noun = '', ...rest] = words
    const wrong = await wrongWith([program, noun === 'NAME' ? 'region' : noun, ...rest])
    if (wrong !== undefined && !(whole ? PLACEHOLDER : INCOMPLETE).test(wrong)) return `osc ${line}: ${wrong}`
  }
  return undefined
}

const REDIRECTION = / > \S+$/
/** Global options that a line begins with, where the source goes on. */
const BEGINNING = /^(?:--\S+ NAME ?)+$/

// In capitals: what the reader is to fill in.
const PLACEHOLDER = /cannot be '[A-Z_]+'/
const INCOMPLETE = /cannot be '[A-Z_]+'|^Missing argument|is missing|requires a value/
