import {resolve} from 'node:path'
import {ConflictError, Flags, OscCommand, OscError} from '@osc-cli/core'
import {startInBackground} from '#background'
import {findRunning, requireRunning} from '#control-client'
import {placeOf} from '#place'
import type {ServerOptions} from '#run-server'
import {createFaults} from '#server/faults'

export default class SandboxStart extends OscCommand {
  static override summary = 'Start a cloud on this machine: no root, no containers, nothing to install.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc sandbox start', description: 'Then: osc --os-cloud sandbox stack list'},
    {
      command: "osc sandbox start --fresh --latency 200 --fail '503:2@GET /identity/*'",
      description: 'An empty one, slow, that fails twice',
    },
  ]
  static override flags = {
    port: Flags.integer({
      description: 'Port of 127.0.0.1; by default the one of last time, or any that is free.',
      helpValue: 'PORT',
      min: 1,
      max: 65_535,
    }),
    state: Flags.string({description: 'File that keeps the state of the cloud.', helpValue: 'FILE'}),
    fresh: Flags.boolean({description: 'Forget the state; begin with an empty cloud.'}),
    foreground: Flags.boolean({description: 'Stay in this terminal and print each request; Ctrl-C stops it.'}),
    latency: Flags.integer({description: 'Answer so many milliseconds later.', helpValue: 'MS', default: 0, min: 0}),
    fail: Flags.strings({
      description: 'Fail on purpose: a status, reset or truncate, then :COUNT, then @PATH or @METHOD PATH.',
      helpValue: 'RULE',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SandboxStart)
    const place = placeOf(this.runtime)
    const state = flags.state === undefined ? place.state : resolve(this.runtime.cwd, flags.state)
    const {port, fresh, latency, fail} = flags
    createFaults(fail) // A rule that is none is told before anything starts.
    if (process.send && flags.foreground) return await this.serve({port, fresh, latency, fail, state})
    const running = await findRunning(this.runtime)
    if (running) {
      const {url} = running.run
      if (running.run.state === state && !fresh && port === undefined && !fail && !latency) {
        return await this.note(`The sandbox is running already: ${url}`)
      }
      throw new ConflictError(`A sandbox is running already: ${url}, with ${running.run.state}.`, {
        hint: 'Stop it first with: osc sandbox stop',
      })
    }
    if (flags.foreground) return await this.serve({port, fresh, latency, fail, state})
    await startInBackground(this.runtime, this.argv)
    await this.note(welcome((await requireRunning(this.runtime)).run.url, this.runtime.program))
  }

  /** Runs until it is stopped. A parent process is told when it answers, or why it does not. */
  private async serve(options: ServerOptions): Promise<void> {
    const tell = (message: object) =>
      new Promise<void>((done) => (process.send ? process.send(message, undefined, {}, () => done()) : done()))
    const {runServer} = await import('#run-server')
    try {
      await runServer(this.runtime, options, async ({url}) => {
        if (process.send) await tell({})
        else await this.note(`${welcome(url, this.runtime.program)}\nCtrl-C stops it.`)
      })
    } catch (error) {
      await tell({
        error: error instanceof Error ? error.message : String(error),
        ...(error instanceof OscError && {hint: error.hint, code: error.code}),
      })
      throw error
    }
  }
}

const welcome = (url: string, program: string) => `The sandbox answers at ${url}. Its clouds:
  ${program} --os-cloud sandbox ...         admin
  ${program} --os-cloud sandbox-demo ...    member of the project demo`
