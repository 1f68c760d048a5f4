import {isCi} from '#advice/next-steps/audience'
import type {Terminal} from '#cloud/auth/types'
import {ConfigError} from '#errors'
import {sanitize} from '#output/sanitize'

/** The terminal that osc runs in. Questions go to stderr, so that results may still be piped; `signal` ends them. */
export function processTerminal(signal: AbortSignal): Terminal {
  return {
    async ask(prompt, otherwise) {
      const {stdin, stderr, env} = process
      if (!stdin.isTTY || !stderr.isTTY || isCi(env)) {
        throw new ConfigError(
          `No ${prompt.replace(/: $/, '').toLowerCase()} is set, and there is no terminal to prompt on.`,
          {
            hint: otherwise,
            code: 'MissingParameter',
            facts: {setting: prompt.replace(/: $/, '').toLowerCase()},
          },
        )
      }
      const {readSecret} = await import('#terminal/read-secret')
      const write = async (chunk: string): Promise<void> => void stderr.write(chunk)
      return await readSecret({stdin: () => stdin, stderr: {write, isTTY: true, width: undefined}, signal}, prompt)
    },
    print(line) {
      process.stderr.write(`${sanitize(line)}\n`)
    },
  }
}
