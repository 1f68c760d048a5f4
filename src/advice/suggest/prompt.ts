import {isCi} from '#advice/next-steps/audience'
import {given, type Possible} from '#advice/suggest/missing'
import {shellQuote} from '#advice/suggest/quote'
import type {ProcessRuntime} from '#line/make-runtime'
import {ask} from '#terminal/ask'

/** Whether the user wants to be asked (OSC_PROMPT=1) and can be: on a terminal, where no script waits. */
export const mayPrompt = ({env, stdin, stderr}: Pick<ProcessRuntime, 'env' | 'stdin' | 'stderr'>): boolean =>
  env.OSC_PROMPT === '1' && !isCi(env) && stdin().isTTY === true && stderr.isTTY === true

/** Asks for what is missing, one after the other; undefined when an answer is empty. */
export async function promptForMissing(
  missing: readonly Possible[],
  io: Pick<ProcessRuntime, 'stdin' | 'stderr' | 'signal'>,
): Promise<string[] | undefined> {
  const words: string[] = []
  const question = ({name, values}: Possible) => {
    const some = values.slice(0, 8).map(shellQuote).join(', ')
    return `${name.replace(/^--/, '')}${some === '' ? '' : ` (${some})`}: `
  }
  for (const each of missing) {
    const answer = (await ask(question(each), io))?.trim() ?? ''
    if (answer === '') return undefined
    words.push(...given(each.name, answer))
  }
  return words
}
