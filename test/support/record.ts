// `npm run record -- server list --long`: records what the reference client and osc ask of a cloud for a command line, and
// what the reference client prints. Without a command line it reads several from standard input. See docs/testing.md.
import {join, relative} from 'node:path'
import {text} from 'node:stream/consumers'
import {makeFolders, removeFolders} from '#testing/folders'
import {runOsc} from '#testing/run-osc'
import {commandOn, providers} from '../contract/manifests.ts'
import {cloudEnv} from '../integration/support/cloud-env.ts'
import {repository} from './program.ts'
import {type RecordedRequest, startRecorder} from './recorder.ts'
import {differencesIn} from './recording/differences.ts'
import {exchangeOf, sentBy} from './recording/exchange.ts'
import {fileName, filesBeside, type Recording, writeRecording} from './recording/recording.ts'
import {formatOption, startReplay} from './recording/replay.ts'
import {scrubbed, secretsOf} from './recording/secrets.ts'
import {runProgram} from './run.ts'

const given = process.argv.slice(2)
const lines = given.length > 0 ? [given] : wordsOf(await text(process.stdin))
const {OSC_PEER = ''} = process.env
if (OSC_PEER === '') throw new Error('Set OSC_PEER to the program of the reference client.')

const plugins = providers()
const replay = await startReplay()
for (const argv of lines) {
  try {
    console.log(`${argv.join(' ')}: ${await recorded(argv)}`)
  } catch (error) {
    process.exitCode = 1
    console.log(`${argv.join(' ')}: not recorded: ${error instanceof Error ? error.message : error}`)
  }
}
await replay.stop()

function wordsOf(input: string): string[][] {
  const full = input.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return full.map((line) => line.trim().split(/\s+/))
}

async function recorded(argv: string[]): Promise<string> {
  const {folder, formats, calls} = commandOf(argv)
  const files = filesBeside(folder)
  const [format = 'text', ...others] = formats
  const run = await reference([...argv, ...formatOption(format)], files)
  const runs = [run]
  // What changes the cloud can be done once: everything else gets the same answers.
  for (const other of others) runs.push(await reference([...argv, ...formatOption(other)], files, run.requests))
  const first = run.requests
  const ours = await osc([...argv, ...formatOption(format)], files, first)
  const secrets = secretsOf([...first, ...ours])
  const sent = sentBy(first, secrets)
  const recording: Recording = {
    argv,
    requests: first.length,
    ...(sent && {sent}),
    exchange: exchangeOf(first, ours, secrets),
    printed: Object.fromEntries(formats.map((one, at) => [one, scrubbed(runs[at]?.stdout ?? '', secrets).split('\n')])),
  }
  const file = join(folder, fileName(argv))
  writeRecording(file, recording)
  const differences = await differencesIn(recording, replay, calls, files)
  if (differences.length > 0) process.exitCode = 1
  return [relative(repository, file), ...(differences.length > 0 ? ['osc differs:', ...differences] : [])].join('\n  ')
}

/** Where recordings of a command are, the formats that it has, and the requests that it declares. */
function commandOf(argv: readonly string[]): {folder: string; formats: string[]; calls: string[] | undefined} {
  const found = plugins.flatMap((plugin) => {
    const command = commandOn(argv, plugin)
    return command ? [{plugin: plugin.name, name: command[0], declared: command[1]}] : []
  })
  const [best] = found.sort((one, other) => other.name.length - one.name.length)
  if (!best) throw new Error('no plugin of this repository has the command')
  const {plugin, declared} = best
  const folder = join(repository, plugin === 'core' ? '.' : join('plugins', plugin), 'test/recordings')
  return {folder, formats: declared.flags.format ? ['table', 'json'] : ['text'], calls: declared.calls}
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
