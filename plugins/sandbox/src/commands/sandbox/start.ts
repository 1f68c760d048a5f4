import {resolve} from 'node:path'
import {asArray, ConflictError, Flags, OscCommand, OscError} from '@osc-cli/core'
import {forgetClouds, inCatalog} from '@osc-cli/core/sandbox'
import {startInBackground} from '#background'
import {CLOUDS} from '#clouds-file'
import {findRunning} from '#control-client'
import {placeOf} from '#place'
import type {ServerOptions} from '#run-server'
import {createFaults} from '#server/faults'

export default class SandboxStart extends OscCommand {
  static override summary = 'Start a cloud on this machine'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc sandbox start', description: 'Start it; then: osc --os-cloud sandbox stack list'},
    {
      command: "osc sandbox start --fresh --latency 200 --fail '503:2@GET /identity/*'",
      description: 'Start an empty, slow sandbox whose identity service fails twice',
    },
  ]
  static override flags = {
    port: Flags.integer({
      description: 'Port on 127.0.0.1 (default: the previous port, or any free one)',
      helpValue: 'PORT',
      min: 1,
      max: 65_535,
    }),
    state: Flags.string({description: 'File that stores the state of the cloud', helpValue: 'FILE'}),
    fresh: Flags.boolean({description: 'Delete the state and start with an empty cloud'}),
    foreground: Flags.boolean({description: 'Stay in this terminal and print each request; Ctrl-C stops the sandbox'}),
    latency: Flags.integer({
      description: 'Delay of every response in milliseconds (default: 0)',
      helpValue: 'MS',
      default: 0,
      min: 0,
    }),
    fail: Flags.strings({
      description:
        'Fault to inject: STATUS, reset, truncate or silence, then :COUNT, then @PATH or @METHOD PATH (repeatable)',
      helpValue: 'RULE',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SandboxStart)
    const place = placeOf(this.runtime)
    const state = flags.state === undefined ? place.state : resolve(this.runtime.cwd, flags.state)
    const {port, fresh, latency, fail} = flags
    createFaults(fail) // Reports an invalid rule before anything starts.
    if (process.send && flags.foreground) return await this.serve({port, fresh, latency, fail, state})
    const running = await findRunning(this.runtime)
    if (running) {
      const {url} = running.run
      if (running.run.state === state && !fresh && port === undefined && !fail && !latency) {
        await this.note(`The sandbox is already running: ${url}`)
        return await this.noteMissing(asArray(running.status.services))
      }
      throw new ConflictError(`A sandbox is already running at ${url} with the state ${running.run.state}.`, {
        hint: 'Stop it first with: osc sandbox stop',
      })
    }
    if (flags.foreground) return await this.serve({port, fresh, latency, fail, state})
    const {url} = await startInBackground(this.runtime, this.argv)
    await this.note(welcome(url, this.runtime.program))
  }

  /** A plugin that was linked or installed since has a service that the running sandbox does not serve. */
  private async noteMissing(served: readonly unknown[]): Promise<void> {
    const {pluginServices} = await import('#services')
    const offered = (await pluginServices(this.runtime)).filter(inCatalog)
    const missing = offered.map(({type}) => type).filter((type) => !served.includes(type))
    if (missing.length === 0) return
    const {program} = this.runtime
    await this.note(`The sandbox was started before these services were installed: ${missing.join(', ')}
Restart it: ${program} sandbox stop && ${program} sandbox start`)
  }

  /** Runs until it is stopped. Notifies a parent process when it answers, or why it does not. */
  private async serve(options: ServerOptions): Promise<void> {
    const notifyParent = (message: object) =>
      new Promise<void>((done) => (process.send ? process.send(message, undefined, {}, () => done()) : done()))
    const {runServer} = await import('#run-server')
    try {
      await runServer(this.runtime, options, async ({url}) => {
        // Tokens and catalogs of the sandbox before: this one may have other services.
        forgetClouds(this.runtime.cacheDir, CLOUDS)
        if (process.send) await notifyParent({})
        else await this.note(`${welcome(url, this.runtime.program)}\nCtrl-C stops the sandbox.`)
      })
    } catch (error) {
      await notifyParent({
        error: error instanceof Error ? error.message : String(error),
        ...(error instanceof OscError && {hint: error.hint, code: error.code}),
      })
      throw error
    }
  }
}

const welcome = (url: string, program: string) => `The sandbox is running at ${url}. Its clouds:
  ${program} --os-cloud sandbox ...         admin
  ${program} --os-cloud sandbox-demo ...    member of project demo`
