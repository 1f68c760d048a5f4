import type {Rule} from '#authoring/rules/rule'
import type {CommandFacts} from '#help/facts'
import {leadingWords} from '#line/words'

const LONGEST = 60

/** A summary that fits a line of help: imperative, a capital, no full stop. */
export const summary: Rule = ({commands}) =>
  commands.flatMap(({id, summary: text = ''}) => {
    if (text === '') return [{where: id, message: 'The summary is missing.'}]
    if (!/^[A-Z].*[^.]$/s.test(text) || /\. /.test(text))
      return [
        {where: id, message: 'Write the summary as an imperative with a capital and without a full stop: List widgets'},
      ]
    return text.length > LONGEST
      ? [{where: id, message: `The summary has ${text.length} characters (maximum: ${LONGEST}).`}]
      : []
  })

/** Every option and argument has a description. */
export const described: Rule = ({commands}) =>
  commands.flatMap(({id, flags, args}) => {
    const options = Object.values(flags).filter((flag) => !flag.hidden && !flag.description && !flag.summary)
    const positionals = Object.values(args).filter((arg) => !arg.description)
    return [...options.map(({name}) => `--${name}`), ...positionals.map(({name}) => name)].map((name) => ({
      where: `${id} ${name}`,
      message: 'The description is missing.',
    }))
  })

/** At least one example, and every example runs this command. */
export const example: Rule = ({commands}) =>
  commands.flatMap((command) => {
    const lines = (command.examples ?? []).map((each) => (typeof each === 'string' ? each : each.command))
    if (lines.length === 0) return [{where: command.id, message: 'An example is missing.'}]
    return lines
      .filter((line) => !isLineOf(line, command))
      .map((line) => ({where: command.id, message: `The example '${line}' does not run this command.`}))
  })

function isLineOf(line: string, {id}: CommandFacts): boolean {
  const words = line.split(/\s+/)
  const start = words.findIndex((word) => word === 'osc' || word.endsWith('<%= config.bin %>'))
  const texts = leadingWords(words.slice(start + 1)).map(({text}) => text)
  return start >= 0 && ` ${texts.join(' ')} `.includes(` ${id} `)
}
