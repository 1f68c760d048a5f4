import {Args, Flags, givenJson, isObject, type JsonObject, OscCommand, UsageError} from '@osc-cli/core'
import {resourcePath} from '#stack-path'
import {createReader, readSource} from '#template/read'

export default class StackResourceSignal extends OscCommand {
  static override summary = 'Send a signal to a resource'
  static override roles = ['reader']
  static override calls = [
    'GET /v1/{project_id}/stacks/{name}/{id}',
    'POST /v1/{project_id}/stacks/{name}/{id}/resources/{resource}/signal',
  ]
  static override examples = [
    {
      command: `osc stack resource signal web handle --data '{"status": "SUCCESS"}'`,
      description: 'Report success to a wait condition',
    },
  ]
  static override args = {
    stack: Args.string({description: 'Stack (name or ID)', required: true}),
    resource: Args.string({description: 'Resource', required: true}),
  }
  static override flags = {
    data: Flags.string({
      secret: true,
      description: 'JSON object to send',
      helpValue: 'JSON',
      exclusive: ['data-file'],
    }),
    'data-file': Flags.string({
      description: 'JSON object to send (file or URL)',
      helpValue: 'FILE',
      exclusive: ['data'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(StackResourceSignal)
    const text = flags['data-file'] === undefined ? flags.data : await this.read(flags['data-file'])
    const body = text === undefined ? undefined : objectOf(text, flags['data-file'] ?? '--data')
    const session = await this.session()
    const path = `${await resourcePath(session, args.stack, args.resource)}/signal`
    await session.request({service: 'orchestration', method: 'POST', path, body})
  }

  private async read(file: string): Promise<string> {
    const {text} = await readSource(file, this.runtime.cwd, createReader(this.runtime))
    return text.replace(/^\ufeff/, '')
  }
}

function objectOf(text: string, place: string): JsonObject {
  const value = givenJson(text, place)
  if (isObject(value)) return value
  throw new UsageError(`${place} is not a JSON object.`)
}
