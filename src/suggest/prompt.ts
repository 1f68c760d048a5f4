import {isCi} from '#hints/audience'
import type {Io} from '#line/make-runtime'
import {given, type Possible} from '#suggest/missing'
import {shellQuote} from '#suggest/quote'

/** Whether the user wants to be asked (OSC_PROMPT=1) and can be: on a terminal, where no script waits. */
export const mayAsk = ({env, stdin, stderr}: Pick<Io, 'env' | 'stdin' | 'stderr'>): boolean =>
  env.OSC_PROMPT === '1' && !isCi(env) && stdin().isTTY === true && stderr.isTTY === true

/** Asks for what is missing, one after the other; undefined when an answer is empty. */
export async function askMissing(
  missing: readonly Possible[],
  {stdin, stderr, signal}: Pick<Io, 'stdin' | 'stderr' | 'signal'>,
): Promise<string[] | undefined> {
  const {createInterface} = await import('node:readline')
  const lines = createInterface({input: stdin(), signal})
  const words: string[] = []
  const ask = ({name, values}: Possible) => {
    const some = values.slice(0, 8).map(shellQuote).join(', ')
    return stderr.write(`${name.replace(/^--/, '')}${some === '' ? '' : ` (${some})`}: `)
  }
  try {
    const answers = lines[Symbol.asyncIterator]()
    for (const each of missing) {
      await ask(each)
      const {value, done} = await answers.next()
      const answer = done ? '' : value.trim()
      if (answer === '') return undefined
      words.push(...given(each.name, answer))
    }
    return words
  } finally {
    lines.close()
    signal.throwIfAborted()
  }
}
