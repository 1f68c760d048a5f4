// `npm run record -- server list --long`: records what the reference client and osc ask of a cloud for a command line, and
// what the reference client prints. Without a command line it reads several from standard input. `npm run record -- --complete
// FILE...` adds the formats that recordings lack, without a cloud. See docs/testing.md.
import {join, relative, resolve} from 'node:path'
import {text} from 'node:stream/consumers'
import {makeFolders, removeFolders} from '#testing/folders'
import {runOsc} from '#testing/run-osc'
import {commandOn, providers} from '../contract/manifests.ts'
import {cloudEnv} from '../integration/support/cloud-env.ts'
import {repository} from './program.ts'
import {type RecordedRequest, startRecorder} from './recorder.ts'
import {differencesIn} from './recording/differences.ts'
import {exchangeOf, sentBy} from './recording/exchange.ts'
import {
  type Exchange,
  fileName,
  filesBeside,
  type Recording,
  readRecording,
  writeRecording,
} from './recording/recording.ts'
import {formatOption, startReplay} from './recording/replay.ts'
import {scrubbed, secretsOf} from './recording/secrets.ts'
import {runProgram} from './run.ts'

const given = process.argv.slice(2)
const isComplete = given[0] === '--complete'
const {OSC_PEER = ''} = process.env
if (OSC_PEER === '') throw new Error('Set OSC_PEER to the program of the reference client.')

const plugins = providers()
const replay = await startReplay()
if (isComplete) for (const file of given.slice(1)) await reported(file, () => completed(resolve(file)))
else {
  const lines = given.length > 0 ? [given] : wordsOf(await text(process.stdin))
  for (const argv of lines) await reported(argv.join(' '), () => recorded(argv))
}
await replay.stop()

async function reported(what: string, work: () => Promise<string>): Promise<void> {
  try {
    console.log(`${what}: ${await work()}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`${what}: not recorded: ${error instanceof Error ? error.message : error}`)
  }
}

function wordsOf(input: string): string[][] {
  const full = input.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return full.map((line) => line.trim().split(/\s+/))
}

async function recorded(argv: string[]): Promise<string> {
  const {folder, formats, others, calls} = commandOf(argv)
  const files = filesBeside(folder)
  const [format = 'text', ...more] = [...formats, ...others]
  const run = await reference([...argv, ...formatOption(format)], files)
  const printed: [format: string, stdout: string][] = [[format, run.stdout]]
  // What changes the cloud can be done once: everything else gets the same answers.
  for (const other of more)
    printed.push([other, (await reference([...argv, ...formatOption(other)], files, run.requests)).stdout])
  const first = run.requests
  const ours = await osc([...argv, ...formatOption(format)], files, first)
  const secrets = secretsOf([...first, ...ours])
  const sent = sentBy(first, secrets)
  const recording: Recording = {
    argv,
    requests: first.length,
    ...(sent && {sent}),
    exchange: exchangeOf(first, ours, secrets),
    printed: Object.fromEntries(printed.map(([one, stdout]) => [one, scrubbed(stdout, secrets).split('\n')])),
  }
  const file = join(folder, fileName(argv))
  writeRecording(file, recording)
  return await compared(file, recording, calls, files)
}

/** Adds what the reference client prints in the formats that a recording lacks, for its answers, and compares osc with all of it. */
async function completed(file: string): Promise<string> {
  const {argv, printed, ...rest} = readRecording(file)
  const {folder, others, calls} = commandOf(argv)
  const recording: Recording = {...rest, argv, printed: {...printed}}
  for (const format of others.filter((one) => printed[one] === undefined))
    recording.printed[format] = (await printedFor(recording, format)).split('\n')
  writeRecording(file, recording)
  return await compared(file, recording, calls, filesBeside(folder))
}

async function compared(
  file: string,
  recording: Recording,
  calls: string[] | undefined,
  files?: string,
): Promise<string> {
  const differences = await differencesIn(recording, replay, calls, files)
  if (differences.length > 0) process.exitCode = 1
  return [relative(repository, file), ...(differences.length > 0 ? ['osc differs:', ...differences] : [])].join('\n  ')
}

async function printedFor(recording: Recording, format: string): Promise<string> {
  const words = [OSC_PEER, ...recording.argv, ...formatOption(format)]
  const env = replay.serve({...recording, exchange: recording.exchange.map(withIdentity)})
  const {status, stdout, stderr} = await runProgram(words, {env, timeout: 300_000})
  if (status !== 0) throw new Error(`-f ${format}: ${stderr.trim().split('\n').at(-1) ?? `status ${status}`}`)
  return stdout
}

/** The recorded login with Keystone in its catalog, where the reference client looks before it asks another service. */
function withIdentity(one: Exchange): Exchange {
  if (!/^POST .*\/auth\/tokens$/.test(one.request)) return one
  const {token} = one.body as {token: {catalog?: {type: string}[]}}
  if (!token.catalog || token.catalog.some(({type}) => type === 'identity')) return one
  const url = one.request.replace('POST ', '').replace('/auth/tokens', '')
  const endpoints = [{interface: 'public', region: 'RegionOne', region_id: 'RegionOne', url}]
  return {...one, body: {token: {...token, catalog: [...token.catalog, {type: 'identity', endpoints}]}}}
}

/**
 * Where recordings of a command are, the formats that every recording has, the others that both clients have, and the requests
 * that the command declares.
 */
function commandOf(argv: readonly string[]): {
  folder: string
  formats: string[]
  others: string[]
  calls: string[] | undefined
} {
  const found = plugins.flatMap((plugin) => {
    const command = commandOn(argv, plugin)
    return command ? [{plugin: plugin.name, name: command[0], declared: command[1]}] : []
  })
  const [best] = found.sort((one, other) => other.name.length - one.name.length)
  if (!best) throw new Error('no plugin of this repository has the command')
  const {plugin, declared} = best
  const folder = join(repository, plugin === 'core' ? '.' : join('plugins', plugin), 'test/recordings')
  const {calls, flags} = declared
  if (!flags.format) return {folder, formats: ['text'], others: [], calls}
  const others = ['value', 'csv', 'yaml', 'shell'].filter((format) => flags.format?.options?.includes(format))
  return {folder, formats: ['table', 'json'], others, calls}
}

interface Run {
  stdout: string
  requests: readonly RecordedRequest[]
}

/** Runs the reference client in a folder, on the cloud or with recorded answers. */
async function reference(argv: readonly string[], cwd?: string, recorded?: readonly RecordedRequest[]): Promise<Run> {
  const recorder = await startRecorder({answers: true, bodies: true, recorded})
  try {
    const env = {...cloudEnv(), http_proxy: recorder.url}
    const {status, stdout, stderr} = await runProgram([OSC_PEER, ...argv], {env, cwd, timeout: 300_000})
    if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) ?? `status ${status}`)
    return {stdout, requests: recorder.requests}
  } finally {
    await recorder.stop()
  }
}

/** What osc asks for the line, whether it succeeds or not: the replay shows it. */
async function osc(
  argv: readonly string[],
  cwd: string | undefined,
  recorded: readonly RecordedRequest[],
): Promise<readonly RecordedRequest[]> {
  const [recorder, folders] = [await startRecorder({answers: true, recorded}), makeFolders()]
  try {
    await runOsc(argv, folders, {env: {...cloudEnv(), http_proxy: recorder.url}, ...(cwd && {cwd})})
    return recorder.requests
  } finally {
    await recorder.stop()
    removeFolders(folders)
  }
}
