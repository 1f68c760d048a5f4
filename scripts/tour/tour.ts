// `npm start`: a tour of osc on a sandbox of its own. Each command is printed before its output. `npm start -- tripleo`: a first overcloud.
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

interface Step {
  say: string
  line: string
  /** What it ends with; default 0. */
  status?: number
}

const START: Step = {say: 'Start a local cloud', line: 'sandbox start'}
const STOP: Step = {say: 'Stop the local cloud', line: 'sandbox stop'}

const STACK: Step[] = [
  START,
  {say: 'Log in', line: 'whoami --fit-width -c user -c project -c roles -c expires_at'},
  {
    say: 'Create a stack from a template, and wait for it',
    line: 'stack create -t web.yaml --parameter title=Tour --wait --poll 1 web',
  },
  {say: 'List its events', line: 'stack event list --nested-depth 1 web'},
  {say: 'Show one of its outputs', line: 'stack output show web page -f value -c output_value'},
  {say: 'Create a stack that fails, on purpose', line: 'stack create -t broken.yaml --wait --poll 1 broken', status: 6},
  {say: 'List what failed', line: 'stack failures list broken'},
  {say: 'Show what you can do with stacks', line: 'help stack'},
  {say: 'Clean up', line: 'stack delete --yes --wait web broken'},
  STOP,
]

const TRIPLEO: Step[] = [
  START,
  {
    say: 'Upload an image (in the sandbox, any file works)',
    line: 'image create --disk-format raw --file web.yaml cirros',
  },
  {
    say: 'Deploy a first overcloud',
    line: 'overcloud start --image cirros --flavor m1.tiny --role Compute=1 --run-validations --yes',
  },
  {say: 'List its servers', line: 'overcloud server list --plan first'},
  {say: 'Add a server', line: 'overcloud deploy --stack first --role Compute=2'},
  {say: 'Draw the overcloud', line: 'overcloud show --graph first'},
  {say: 'Delete the overcloud', line: 'overcloud delete --yes first'},
  STOP,
]

const TOURS: Readonly<Record<string, Step[]>> = {stack: STACK, tripleo: TRIPLEO}

/** Works when pasted, in the repository, with any Node.js on the PATH. */
const NEXT = 'node_modules/.bin/osc sandbox start && node_modules/.bin/osc --os-cloud sandbox whoami'

const [name = 'stack'] = process.argv.slice(2)
const steps = Object.hasOwn(TOURS, name) ? TOURS[name] : undefined
if (!steps) {
  process.stderr.write(`'${name}' is not a tour. Choose one of: ${Object.keys(TOURS).join(', ')}\n`)
  process.exit(2)
}

const repository = join(import.meta.dirname, '..', '..')
const osc = join(repository, 'bin', 'osc.js')
const root = mkdtempSync(join(tmpdir(), 'osc-tour-'))
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^OSC?_/.test(name))),
  OS_CLOUD: 'sandbox',
  OSC_CACHE_DIR: join(root, 'cache'),
  OSC_DATA_DIR: join(root, 'data'),
}
mkdirSync(join(root, 'data'))

let running: ChildProcess | undefined
let interrupted = false
process.on('SIGINT', () => {
  // The terminal sends it to the command too; the sandbox is stopped below.
  interrupted = true
})

const run = (line: string): Promise<number> =>
  new Promise((resolve) => {
    running = spawn(process.execPath, [osc, ...line.split(' ')], {cwd: import.meta.dirname, env, stdio: 'inherit'})
    running.once('exit', (status) => resolve(status ?? 1))
  })

try {
  for (const {say, line, status = 0} of steps) {
    process.stdout.write(`\n# ${say}\n$ osc ${line}\n`)
    const ended = await run(line)
    if (interrupted) break
    if (ended !== status) throw new Error(`osc ${line} ended with status ${ended}, not ${status}.`)
  }
  if (!interrupted) {
    process.stdout.write(`\nContinue with: ${NEXT}\n`)
  }
} finally {
  await run('sandbox stop --quiet')
  rmSync(root, {recursive: true, force: true})
  if (interrupted) process.exitCode = 130
}
