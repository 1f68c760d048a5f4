import {rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {type Folders, makeFolders, removeFolders} from '#testing/folders'
import {type Result, runOsc} from '#testing/run-osc'
import {listen, stop} from '../fixture-server.ts'
import {type RecordedRequest, requestOf} from '../recorder.ts'
import {comparable, type Exchange, type Recording} from './recording.ts'

/** osc on a cloud that gives recorded answers and no others. */
export interface Replay {
  /** Runs a recorded line without caches, in the folder `files`. `requests` is what it asked for. */
  run(recording: Recording, format: string, files?: string): Promise<Result & {requests: readonly RecordedRequest[]}>
  /** Gives the answers of a recording from now on. Returns the environment in which another client gets them. */
  serve(recording: Recording): Record<string, string>
  stop(): Promise<void>
}

/** Starts a proxy in place of every service of a cloud. */
export async function startReplay(): Promise<Replay> {
  let answers = new Map<string, Exchange[]>()
  let requests: RecordedRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    const {method = '', url = ''} = incoming
    const request = requestOf({method, url})
    const recorded: RecordedRequest = {method, url, status: 0}
    requests.push(recorded)
    recorded.body = await text(incoming)
    const left = answers.get(request) ?? answers.get(comparable(request)) ?? []
    const answer = left.length > 1 ? left.shift() : left[0]
    const {status, headers, body} = answer ?? {status: 501, headers: {}, body: `Not recorded: ${request}`}
    recorded.status = status
    outgoing.writeHead(status, headers)
    outgoing.end(typeof body === 'object' ? JSON.stringify(body) : body)
  })
  const port = await listen(server)
  const folders = makeFolders()
  const serve = ({exchange}: Recording): Record<string, string> => {
    requests = []
    answers = new Map([
      ...Map.groupBy(exchange, ({request}) => comparable(request)),
      ...Map.groupBy(exchange, ({request}) => request),
    ])
    forgetCloud(folders)
    return {...loginTo(exchange, folders), http_proxy: `http://127.0.0.1:${port}`}
  }
  return {
    async run(recording, format, files = folders.work) {
      const env = serve(recording)
      const result = await runOsc([...recording.argv, ...formatOption(format)], folders, {env, cwd: files})
      return {...result, requests}
    },
    serve,
    async stop() {
      await stop(server)
      removeFolders(folders)
    },
  }
}

/** `text` is what a command without output options prints. */
export const formatOption = (format: string): string[] => (format === 'text' ? [] : ['-f', format])

/** What was cached of the cloud: its token and version documents. */
export function forgetCloud({cache}: Folders): void {
  rmSync(join(cache, 'cloud'), {recursive: true, force: true})
}

/** Credentials for the recorded login; the password is not recorded. */
function loginTo(exchange: readonly Exchange[], {root}: Folders): Record<string, string> {
  const login = exchange.find(({request}) => /^POST .*\/auth\/tokens$/.test(request))
  if (!login) throw new Error('The recording has no login.')
  const {token} = login.body as {token: Token}
  const {user, project} = token
  const auth = {
    auth_url: login.request.replace('POST ', '').replace('/auth/tokens', ''),
    username: user.name,
    password: 'not recorded',
    user_domain_name: user.domain.name,
    ...(project && {project_name: project.name, project_domain_name: project.domain.name}),
  }
  const file = join(root, 'clouds.yaml')
  writeFileSync(file, JSON.stringify({clouds: {recorded: {auth, region_name: 'RegionOne'}}}), {mode: 0o600})
  return {OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: 'recorded'}
}

interface Token {
  user: {name: string; domain: {name: string}}
  project?: {name: string; domain: {name: string}}
}
