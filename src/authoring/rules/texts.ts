import type {Rule} from '#authoring/rules/rule'
import type {CommandFacts} from '#help/facts'
import {leadingWords} from '#line/words'

const LONGEST = 100

/** A summary that fits a line of help, and is a sentence. */
export const summary: Rule = ({commands}) =>
  commands.flatMap(({id, summary: text = ''}) => {
    if (text === '') return [{where: id, message: 'There is no summary.'}]
    if (!/^[A-Z].*\.$/.test(text))
      return [{where: id, message: 'The summary is no sentence, from a capital to a full stop.'}]
    return text.length > LONGEST ? [{where: id, message: `The summary has more than ${LONGEST} characters.`}] : []
  })

/** Every option and argument says what it is. */
export const described: Rule = ({commands}) =>
  commands.flatMap(({id, flags, args}) => {
    const options = Object.values(flags).filter((flag) => !flag.hidden && !flag.description && !flag.summary)
    const positionals = Object.values(args).filter((arg) => !arg.description)
    return [...options.map(({name}) => `--${name}`), ...positionals.map(({name}) => name)].map((name) => ({
      where: `${id} ${name}`,
      message: 'There is no description.',
    }))
  })

/** An example that is a line of this command. */
export const example: Rule = ({commands}) =>
  commands.flatMap((command) => {
    const lines = (command.examples ?? []).map((each) => (typeof each === 'string' ? each : each.command))
    if (lines.length === 0) return [{where: command.id, message: 'There is no example.'}]
    return lines
      .filter((line) => !isLineOf(line, command))
      .map((line) => ({where: command.id, message: `The example '${line}' is no line of this command.`}))
  })

function isLineOf(line: string, {id}: CommandFacts): boolean {
  const words = line.split(/\s+/)
  const start = words.findIndex((word) => word === 'osc' || word.endsWith('<%= config.bin %>'))
  const texts = leadingWords(words.slice(start + 1)).map(({text}) => text)
  return start >= 0 && ` ${texts.join(' ')} `.includes(` ${id} `)
}
