/** Differences of one command by their text in the contract test, each with its reason. */
type Reasons = Readonly<Record<string, string>>

const BOTH = 'openstack silently ignores one of the two; osc rejects contradictory options'
const FORMAT = 'openstack has the format as well; the command adds it, not its parser'
const OTHER_QUOTAS = 'quotas of services beside compute, network and block storage, as plugins declare them'
const WAITS = 'openstack cannot wait for the volume, snapshot, backup or group'
const PLAN = 'the options of `overcloud deploy`, so that a plan is complete before it is deployed'
const PLAN_VALUES = 'openstack needs a file for counts and parameters'
const LATER = 'openstack fails as well, in the command instead of its parser'

/** Each of these differences with one reason. */
const all = (reason: string, ...texts: string[]): Reasons => Object.fromEntries(texts.map((text) => [text, reason]))

const exclusive = (...pairs: [string, string][]): Reasons =>
  all(BOTH, ...pairs.map(([one, other]) => `--${one} and --${other}: exclusive`))

/** The same differences, with one reason, of several commands. */
const perCommand = (reason: string, commands: readonly string[], ...texts: string[]): Record<string, Reasons> =>
  Object.fromEntries(commands.map((command) => [command, all(reason, ...texts)]))

const userOptions = exclusive(
  ['ignore-lockout-failure-attempts', 'no-ignore-lockout-failure-attempts'],
  ['ignore-password-expiry', 'no-ignore-password-expiry'],
  ['ignore-change-password-upon-first-use', 'no-ignore-change-password-upon-first-use'],
  ['enable-lock-password', 'disable-lock-password'],
  ['enable-multi-factor-auth', 'disable-multi-factor-auth'],
)

const grantOptions: Reasons = {
  '--system and --inherited: exclusive': 'openstack warns that this will be an error',
  ...all(LATER, '--system, --domain, --project: one is required', '--user, --group: one is required'),
}

const deployOptions: Reasons = {
  ...all(PLAN_VALUES, '--role: an addition', '--parameter: an addition'),
  '--no-wait: an addition': 'openstack always waits for a deployment',
  '--disable-validations and --run-validations: exclusive': BOTH,
  '--config-download and --no-config-download: exclusive': BOTH,
}

/** By command: deliberate differences from the reference. The test fails for an entry that no longer applies. */
export const differences: Readonly<Record<string, Reasons>> = {
  help: all(
    'osc can search its help and print it for other programs',
    '--all: an addition',
    '--live: an addition',
    '--json: an addition',
    '--markdown: an addition',
    '--man: an addition',
    '--search: an addition',
  ),
  ...perCommand(OTHER_QUOTAS, ['quota delete', 'quota list', 'quota show'], '--service: an addition'),
  'quota set': all(OTHER_QUOTAS, '--service: an addition', '--limit: an addition'),
  ...perCommand(
    'openstack cannot draw a workflow',
    ['workflow show', 'workflow execution show'],
    '--graph: an addition',
  ),
  'console log show': {'--follow: an addition': 'openstack cannot follow the output'},
  'server show': {'--format: choices: extra tree': 'openstack cannot draw what a server is connected to'},
  'messaging message post': all(
    'openstack cannot post the lines of a file or of standard input',
    '--file: an addition',
    'arguments: 1 ?, not 1 1',
  ),
  'workflow execution create': all('openstack cannot wait for an execution', '--wait: an addition'),
  'task execution list': all('openstack cannot show sub-workflows nested', '--tree: an addition'),
  'limits show': {
    'columns: Name, Value; not Verb, URI, Value, Remain, Unit, Next Available':
      'the reference has the columns of --rate here; those of --absolute are Name and Value in both clients',
  },
  ...perCommand(
    WAITS,
    [
      'volume create',
      'volume delete',
      'volume migrate',
      'volume revert',
      'volume set',
      'volume snapshot create',
      'volume snapshot delete',
      'volume backup create',
      'volume backup delete',
      'volume backup restore',
      'volume group delete',
      'volume group snapshot create',
      'volume group snapshot delete',
      'consistency group create',
      'consistency group delete',
      'consistency group snapshot create',
      'consistency group snapshot delete',
    ],
    '--wait: an addition',
    '--timeout: an addition',
  ),
  'container save': all(
    'openstack replaces files silently, and saves to the current folder only',
    '--folder: an addition',
    '--overwrite: an addition',
    '--skip-existing: an addition',
    '--jobs: an addition',
  ),
  'object create': all(
    'openstack uploads single files of at most 5 GiB, one after the other',
    '--recursive: an addition',
    '--segment-size: an addition',
    '--skip-existing: an addition',
    '--jobs: an addition',
  ),
  'object delete': all('openstack leaves the segments of large objects', '--segments: an addition'),
  'object save': all('openstack replaces files silently', '--overwrite: an addition'),
  ...perCommand(
    "openstack's None cannot be given as a value",
    ['block storage log level list', 'block storage log level set'],
    '--service: choices: missing null',
  ),
  'volume group create': {
    ...all(WAITS, '--wait: an addition', '--timeout: an addition'),
    'arguments: ? *, not none': 'openstack takes these deprecated arguments as well, but hides them',
  },
  'application credential create': exclusive(['unrestricted', 'restricted']),
  'project list': exclusive(['enabled', 'disabled']),
  'role add': grantOptions,
  'role remove': grantOptions,
  'overcloud deploy': {...deployOptions, '--yes: an addition': 'openstack does not ask before this deployment'},
  'overcloud update prepare': deployOptions,
  'overcloud update converge': deployOptions,
  'overcloud upgrade prepare': deployOptions,
  'overcloud upgrade converge': deployOptions,
  'overcloud plan deploy': {'--no-wait: an addition': 'openstack always waits for a deployment'},
  'overcloud status': {
    ...all(
      'openstack prints one table and has no other format',
      '--format: an addition',
      '--column: an addition',
      '--noindent: an addition',
      '--max-width: an addition',
      '--fit-width: an addition',
      '--print-empty: an addition',
      '--prefix: an addition',
    ),
    '--watch: an addition': 'openstack cannot follow a deployment in progress',
  },
  'overcloud plan create': all(
    PLAN,
    '--roles-file: an addition',
    '--networks-file: an addition',
    '--environment-file: an addition',
    '--environment-directory: an addition',
    '--role: an addition',
    '--parameter: an addition',
  ),
  'overcloud export': {'--with-passwords: an addition': 'a file has no secrets unless they are asked for'},
  'overcloud plan export': {'--with-passwords: an addition': 'an archive has no secrets unless they are asked for'},
  'user create': userOptions,
  'user list': exclusive(['enabled', 'disabled']),
  'user set': userOptions,
  'orchestration resource type show': {
    '--template-type: choices: extra CFN, HOT, cfn, hot': LATER,
    '--template-type and --long: exclusive': LATER,
  },
  'stack event list': {
    '--format: choices: extra log': FORMAT,
    '--resource and --nested-depth: exclusive': LATER,
  },
  'stack hook clear': exclusive(
    ['pre-create', 'pre-update'],
    ['pre-create', 'pre-delete'],
    ['pre-update', 'pre-delete'],
  ),
  'stack resource list': {'--format: choices: extra dot': FORMAT},
  'stack resource signal': {
    '--data and --data-file: exclusive': LATER,
  },
}
