// `npm start`: a tour of osc that changes nothing. Each command is printed before its output.
import {spawnSync} from 'node:child_process'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const osc = join(dirname(dirname(fileURLToPath(import.meta.url))), 'bin', 'osc.js')

const OFFLINE = ['--version', 'help', 'help stack', 'help stack create', 'module list']
const ONLINE = [
  'whoami',
  'catalog list',
  'versions show',
  'project list',
  'role assignment list --auth-user --names',
  'stack list',
  'stack list -f json --noindent',
  'cache show',
]

const NEEDS = `That was what works without a cloud. For the rest osc needs one, as openstack does: clouds.yaml and OS_CLOUD,
or the OS_* variables of an openrc file. On Debian 12, as root, test/devcloud/up keystone heat makes a small real one:

  test/devcloud/up keystone heat
  export OS_CLIENT_CONFIG_FILE=/tmp/devcloud/clouds.yaml OS_CLOUD=devcloud-admin
  npm start`

const show = (line: string): number => {
  process.stdout.write(`\n$ osc ${line}\n`)
  return spawnSync(process.execPath, [osc, ...line.split(' ')], {stdio: 'inherit'}).status ?? 1
}

for (const line of OFFLINE) show(line)
const login = spawnSync(process.execPath, [osc, 'token', 'issue', '-f', 'value', '-c', 'project_id'], {
  encoding: 'utf8',
})
if (login.status === 0) {
  // A cloud need not offer everything that the tour asks for: the reason is printed and the tour goes on.
  for (const line of ONLINE) show(line)
  process.stdout.write('\nNothing was changed. Go on with: osc help <noun>\n')
} else {
  process.stdout.write(`\n$ osc whoami\n${login.stderr}\n${NEEDS}\n`)
}
