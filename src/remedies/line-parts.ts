import {shellWord} from '#remedies/fill'

/** A line of input taken apart for messages, secrets masked by the caller. */
export interface LineParts {
  /** Without osc and without --os-cloud, for the shell. */
  line: string
  /** The value of --os-cloud. */
  cloud: string | undefined
  noun: string | undefined
  /** The first argument, where it is certain to be one. */
  name: string | undefined
}

export function lineParts(argv: readonly string[], command: string | undefined): LineParts {
  const words = command?.split(' ') ?? []
  const {rest, cloud} = takeCloud(argv)
  const behind = rest.indexOf(words.at(-1) ?? '')
  const name = behind < 0 ? undefined : rest.find((_, at) => at > behind && isArgument(rest, at))
  return {cloud, line: rest.map(shellWord).join(' '), noun: words.slice(0, -1).join(' ') || undefined, name}
}

/** A word behind an option may be its value. */
const isArgument = (words: readonly string[], at: number): boolean =>
  !words[at]?.startsWith('-') && (!words[at - 1]?.startsWith('-') || words[at - 1] === '--')

function takeCloud(argv: readonly string[]): {rest: string[]; cloud: string | undefined} {
  const rest: string[] = []
  let cloud: string | undefined
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    if (word === '--os-cloud') {
      at += 1
      cloud = argv[at]
    } else if (word.startsWith('--os-cloud=')) cloud = word.slice('--os-cloud='.length)
    else rest.push(word)
  }
  return {rest, cloud}
}
