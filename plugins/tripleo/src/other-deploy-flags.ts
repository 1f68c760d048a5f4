import {Flags, UsageError} from '@osc-cli/core'

const ANSIBLE = 'it needs Ansible on the host of the undercloud'
const VALIDATIONS = 'a deployment stops when a validation fails, and continues after warnings'

/** Descriptions of options whose effect only Ansible has: refused, and ignored. */
export const NEEDS_ANSIBLE = `Not supported: ${ANSIBLE}`
export const NO_ANSIBLE = 'Accepted for compatibility; osc does not run Ansible'

/** Options of `overcloud deploy` whose effect only the workflows of tripleo-common have. */
export const ansibleFlags = {
  'config-download': Flags.boolean({
    description: 'Run Ansible after the stack is deployed (only with the workflows of tripleo-common)',
  }),
  'no-config-download': Flags.boolean({
    aliases: ['stack-only'],
    description: 'Deploy only the stack, without Ansible (default)',
    exclusive: ['config-download'],
  }),
  'overcloud-ssh-network': Flags.string({
    description: 'Network on which Ansible logs in to the servers (default: ctlplane)',
    helpValue: 'NETWORK',
  }),
}

/** Options of `overcloud deploy` in TripleO that osc refuses. */
export const unsupportedDeployFlags = {
  'config-download-only': Flags.boolean({description: NEEDS_ANSIBLE}),
  limit: Flags.string({description: NEEDS_ANSIBLE, helpValue: 'HOSTS'}),
  tags: Flags.string({description: NEEDS_ANSIBLE, helpValue: 'TAGS'}),
  'skip-tags': Flags.string({description: NEEDS_ANSIBLE, helpValue: 'TAGS'}),
  'baremetal-deployment': Flags.string({char: 'b', description: NEEDS_ANSIBLE, helpValue: 'FILE'}),
  'deployed-server': Flags.boolean({description: NEEDS_ANSIBLE}),
  'inflight-validations': Flags.boolean({description: NEEDS_ANSIBLE}),
  'override-ansible-cfg': Flags.string({description: NEEDS_ANSIBLE, helpValue: 'FILE'}),
  'force-postconfig': Flags.boolean({description: NEEDS_ANSIBLE}),
  'validation-errors-nonfatal': Flags.boolean({description: `Not supported: ${VALIDATIONS}`}),
  'validation-warnings-fatal': Flags.boolean({description: `Not supported: ${VALIDATIONS}`}),
}

/** Why osc refuses an option. */
const REASONS: Readonly<Record<keyof typeof unsupportedDeployFlags | 'playbook', string>> = {
  'config-download-only': ANSIBLE,
  limit: ANSIBLE,
  playbook: ANSIBLE,
  tags: ANSIBLE,
  'skip-tags': ANSIBLE,
  'baremetal-deployment': ANSIBLE,
  'deployed-server': ANSIBLE,
  'inflight-validations': ANSIBLE,
  'override-ansible-cfg': ANSIBLE,
  'force-postconfig': ANSIBLE,
  'validation-errors-nonfatal': VALIDATIONS,
  'validation-warnings-fatal': VALIDATIONS,
}

/** UsageError for an option whose effect osc cannot have. */
export function refuseUnsupported(flags: Readonly<Record<string, unknown>>): void {
  const refused = Object.entries(REASONS).find(([name]) => flags[name] !== undefined && flags[name] !== false)
  if (refused)
    throw new UsageError(`Option --${refused[0]} is not supported: ${refused[1]}.`, {hint: 'Remove the option.'})
}

/** Options of `overcloud deploy` in TripleO that do not change what osc does. */
export const ignoredDeployFlags = {
  'no-proxy': Flags.string({description: NO_ANSIBLE, helpValue: 'HOSTS'}),
  'overcloud-ssh-user': Flags.string({description: NO_ANSIBLE, helpValue: 'USER'}),
  'overcloud-ssh-key': Flags.string({description: NO_ANSIBLE, helpValue: 'FILE'}),
  'overcloud-ssh-enable-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'SECONDS'}),
  'overcloud-ssh-port-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'SECONDS'}),
  'no-cleanup': Flags.boolean({description: 'Accepted for compatibility; osc leaves no temporary files'}),
  'disable-validations': Flags.boolean({
    description: 'Accepted for compatibility: validations run only with --run-validations',
    exclusive: ['run-validations'],
  }),
  'skip-postconfig': Flags.boolean({description: NO_ANSIBLE}),
  'output-dir': Flags.string({description: NO_ANSIBLE, helpValue: 'FOLDER'}),
  'config-download-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'MINUTES'}),
  'deployment-python-interpreter': Flags.string({description: NO_ANSIBLE, helpValue: 'FILE'}),
  'ansible-forks': Flags.integer({description: NO_ANSIBLE, helpValue: 'COUNT'}),
  'disable-container-prepare': Flags.boolean({
    description: 'Accepted for compatibility: container images are not prepared',
  }),
}
