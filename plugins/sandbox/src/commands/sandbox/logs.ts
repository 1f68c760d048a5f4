import {createReadStream, existsSync, statSync} from 'node:fs'
import {Flags, NotFoundError, OscCommand} from '@osc-cli/core'
import {placeOf} from '#place'

export default class SandboxLogs extends OscCommand {
  static override summary = 'Print what the sandbox has been asked, and what went wrong in it.'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox logs --lines 20', description: 'The last requests'}]
  static override flags = {
    lines: Flags.integer({description: 'Only the last so many.', helpValue: 'NUMBER', min: 1}),
    follow: Flags.boolean({char: 'f', description: 'Go on as it grows, until Ctrl-C.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SandboxLogs)
    const {log} = placeOf(this.runtime)
    if (!existsSync(log)) {
      throw new NotFoundError(`There is no log yet: ${log} does not exist.`, {
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
  const chunks = await Array.fromAsync(createReadStream(file, {start}))
  return Buffer.concat(chunks).toString()
}
