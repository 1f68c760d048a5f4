// What the sandbox costs: a cold start, and how many requests it answers a second, as ratios to a bare node.
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {Agent, request} from 'node:http'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {parse} from 'yaml'
import {makePlace, removePlace} from '../test/support/place.ts'
import {run} from '../test/support/run.ts'
import {median} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({options: {rounds: {type: 'string', default: '7'}, seconds: {type: 'string', default: '3'}}})
const AT_ONCE = 8
const agent = new Agent({keepAlive: true, maxSockets: AT_ONCE})
const place = makePlace()

interface Auth {
  auth_url: string
  username: string
  password: string
}

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}
const osc = async (...argv: string[]) => {
  const {status, stderr} = await run(argv, {place})
  if (status !== 0) throw new Error(`osc ${argv.join(' ')}: ${stderr}`)
}

function send(
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: object,
): Promise<{headers: Record<string, unknown>; text: string}> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {method, agent, headers: {'content-type': 'application/json', ...headers}}, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.once('end', () =>
        (answer.statusCode ?? 500) < 400
          ? resolve({headers: answer.headers, text})
          : reject(new Error(`${method} ${url}: ${text}`)),
      )
    })
    sent.once('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}

/** Requests a second, eight at a time. */
async function rate(work: (i: number) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  const end = start + Number(values.seconds) * 1000
  let count = 0
  const worker = async () => {
    while (performance.now() < end) {
      count += 1
      await work(count)
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, worker))
  return count / ((performance.now() - start) / 1000)
}

try {
  const [bare, starts]: [number[], number[]] = [[], []]
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const node = await timed(() => spawnSync(process.execPath, ['-e', '0']))
    const start = await timed(() => osc('sandbox', 'start', '--fresh'))
    if (round < Number(values.rounds)) await osc('sandbox', 'stop')
    if (round > 0) {
      bare.push(node)
      starts.push(start)
    }
  }
  const {auth} = parse(readFileSync(join(place.data, 'clouds.yaml'), 'utf8')).clouds.sandbox as {auth: Auth}
  const user = {name: auth.username, password: auth.password, domain: {name: 'Default'}}
  const login = {
    auth: {
      identity: {methods: ['password'], password: {user}},
      scope: {project: {name: auth.username, domain: {name: 'Default'}}},
    },
  }
  const issue = () => send('POST', `${auth.auth_url}/auth/tokens`, {}, login)
  const issued = await issue()
  const token = {'x-auth-token': String(issued.headers['x-subject-token'])}
  const project = (JSON.parse(issued.text) as {token: {project: {id: string}}}).token.project.id
  for (let i = 0; i < 1000; i += 1) await send('POST', `${auth.auth_url}/projects`, token, {project: {name: `p${i}`}})
  const heat = `${new URL(auth.auth_url).origin}/orchestration/v1/${project}`
  const template = {heat_template_version: '2021-04-16', resources: {a: {type: 'OS::Heat::None'}}}
  const rates = {
    'token, by password': await rate(issue),
    'token, validated': await rate(() =>
      send('GET', `${auth.auth_url}/auth/tokens`, {...token, 'x-subject-token': token['x-auth-token']}),
    ),
    'list of 1,000 projects': await rate(() => send('GET', `${auth.auth_url}/projects`, token)),
    'stack create': await rate((i) => send('POST', `${heat}/stacks`, token, {stack_name: `s${i}`, template})),
  }
  const node = median(bare)
  const start = median(starts)
  printTable(
    ['what', 'figure', 'bare nodes'],
    [
      ['node -e 0', `${node.toFixed(0)} ms`, '1.00'],
      ['osc sandbox start', `${start.toFixed(0)} ms`, (start / node).toFixed(1)],
      ...Object.entries(rates).map(([name, each]) => [
        name,
        `${each.toFixed(0)} a second`,
        (1000 / each / node).toFixed(3),
      ]),
    ],
  )
} finally {
  await run(['sandbox', 'stop'], {place})
  agent.destroy()
  removePlace(place)
}
