import {shellWord} from '#remedies/fill'

/** A line of input taken apart for messages, secrets masked by the caller. */
export interface LineParts {
  /** Without osc and without --os-cloud, for the shell. */
  line: string
  noun: string | undefined
  /** The first argument, where it is certain to be one. */
  name: string | undefined
}

export function lineParts(argv: readonly string[], command: string | undefined): LineParts {
  const words = command?.split(' ') ?? []
  const rest = withoutCloud(argv)
  const behind = rest.indexOf(words.at(-1) ?? '')
  const name = behind < 0 ? undefined : rest.find((_, at) => at > behind && isArgument(rest, at))
  return {line: rest.map(shellWord).join(' '), noun: words.slice(0, -1).join(' ') || undefined, name}
}

/** A word behind an option may be its value. */
const isArgument = (words: readonly string[], at: number): boolean =>
  !words[at]?.startsWith('-') && (!words[at - 1]?.startsWith('-') || words[at - 1] === '--')

function withoutCloud(argv: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--os-cloud') at += 1
    else if (!word.startsWith('--os-cloud=')) kept.push(word)
  }
  return kept
}
