import type {ApiResponse, Method} from '#cloud/types'
import {sanitize} from '#output/sanitize'
import {Args, Flags, OscCommand, readSource, UsageError} from '#sdk'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

export default class Api extends OscCommand {
  static override summary = 'Send a request to a service API with your token'
  static override description = 'The response body is printed unchanged. An HTTP status of 400 or higher is an error.'
  static override roles = []
  static override calls = ['METHOD PATH']
  static override examples = [
    {command: 'osc api GET /v3/projects', description: 'Send a request to Keystone, the default service'},
    {
      command: "osc api GET '/stacks?limit=2' --service orchestration",
      description: 'Send a request to another service',
    },
  ]
  static override args = {
    method: Args.string({description: `HTTP method: ${METHODS.join(', ')}`, required: true}),
    path: Args.string({
      description: 'Path of the API, including the query; the version and project in the endpoint may be omitted',
      required: true,
    }),
  }
  static override flags = {
    service: Flags.string({description: 'Service type (default: identity)', helpValue: 'TYPE', default: 'identity'}),
    header: Flags.strings({
      char: 'H',
      description: 'Request header (repeatable)',
      helpValue: 'NAME:VALUE',
      secret: true,
    }),
    data: Flags.string({
      char: 'd',
      description: 'Request body: text, @FILE, or - for stdin',
      helpValue: 'DATA',
      secret: true,
    }),
    include: Flags.boolean({char: 'i', description: 'Include the response status and headers'}),
    microversion: Flags.string({description: 'Microversion to request', helpValue: 'VERSION'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Api)
    const body = await this.body(flags.data)
    const session = await this.session()
    const answer = await session.request({
      service: flags.service,
      method: methodOf(args.method),
      path: pathBelow(await session.endpoint(flags.service), args.path),
      headers: {...(body === undefined ? {} : {'content-type': 'application/json'}), ...headersOf(flags.header ?? [])},
      body,
      microversion: flags.microversion,
    })
    if (flags.include || args.method.toUpperCase() === 'HEAD') await this.print(headOf(answer))
    const {stdout} = this.runtime
    let last = '\n'
    for await (const chunk of answer.stream().setEncoding('utf8')) {
      const text = String(chunk)
      await stdout.write(stdout.isTTY ? sanitize(text) : text)
      last = text.at(-1) ?? last
    }
    if (last !== '\n' && stdout.isTTY) await this.print('')
  }

  private async body(data: string | undefined): Promise<string | Uint8Array | undefined> {
    if (data === undefined || !(data === '-' || data.startsWith('@'))) return data
    if (data === '-') {
      const chunks: Buffer[] = []
      for await (const chunk of this.runtime.stdin()) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks)
    }
    return await readSource(data.slice(1), this.runtime)
  }
}

function methodOf(text: string): Method {
  const method = METHODS.find((known) => known === text.toUpperCase())
  if (!method) throw new UsageError(`'${text}' is not an HTTP method.`, {hint: `Use one of ${METHODS.join(', ')}.`})
  return method as Method
}

/** The path below an endpoint. Help and API references show whole paths, so what the endpoint ends with is removed. */
function pathBelow(endpoint: string, given: string): string {
  const path = given.startsWith('/') ? given : `/${given}`
  const prefix = /\/v\d+(?:\.\d+)?(?:\/[^/]+)?\/?$/.exec(new URL(endpoint).pathname)?.[0].replace(/\/$/, '')
  return prefix !== undefined && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path
}

function headersOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const colon = text.indexOf(':')
      if (colon < 1) throw new UsageError('Option --header: the value is not NAME:VALUE.')
      return [text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim()]
    }),
  )
}

const headOf = ({status, headers}: ApiResponse): string =>
  [`HTTP ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ''].join('\n')
