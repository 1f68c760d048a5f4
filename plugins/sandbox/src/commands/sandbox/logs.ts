import {createReadStream, existsSync, statSync} from 'node:fs'
import {Flags, NotFoundError, OscCommand} from '@osc-cli/core'
import {openRegular} from '@osc-cli/core/sandbox'
import {placeOf} from '#place'

export default class SandboxLogs extends OscCommand {
  static override summary = 'Print the requests to the sandbox and its errors'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox logs --lines 20', description: 'Print the last 20 lines'}]
  static override flags = {
    lines: Flags.integer({
      description: 'Number of lines to print from the end (default: all)',
      helpValue: 'NUMBER',
      min: 1,
    }),
    follow: Flags.boolean({char: 'f', description: 'Keep printing new lines until Ctrl-C'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SandboxLogs)
    const {log} = placeOf(this.runtime)
    if (!existsSync(log)) {
      throw new NotFoundError(`The log file of the sandbox does not exist: ${log}`, {
        hint: 'Start a sandbox with: osc sandbox start',
      })
    }
    const text = await read(log, 0)
    const lines = text.split(/(?<=\n)/)
    await this.runtime.stdout.write(lines.slice(flags.lines === undefined ? 0 : -flags.lines).join(''))
    for (let at = Buffer.byteLength(text); flags.follow; ) {
      await this.pause(0.5)
      const size = statSync(log).size
      const more = size > at ? await read(log, at) : ''
      at = size < at ? 0 : at + Buffer.byteLength(more)
      if (more) await this.runtime.stdout.write(more)
    }
  }
}

async function read(file: string, start: number): Promise<string> {
  const chunks = await Array.fromAsync(createReadStream(file, {fd: openRegular(file, 'read'), start}))
  return Buffer.concat(chunks).toString()
}
