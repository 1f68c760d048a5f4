import {Flags} from '@osc-cli/core'

const ANSIBLE = 'Not supported: needs Ansible on the host of the undercloud'
const NO_ANSIBLE = 'Accepted for compatibility; osc does not run Ansible'
const VALIDATIONS = 'Not supported: a deployment stops when a validation fails, and continues after warnings'

/** Options of `overcloud deploy` in TripleO that osc refuses. */
export const unsupportedDeployFlags = {
  'config-download-only': Flags.boolean({description: ANSIBLE}),
  limit: Flags.string({description: ANSIBLE, helpValue: 'HOSTS'}),
  tags: Flags.string({description: ANSIBLE, helpValue: 'TAGS'}),
  'skip-tags': Flags.string({description: ANSIBLE, helpValue: 'TAGS'}),
  'baremetal-deployment': Flags.string({char: 'b', description: ANSIBLE, helpValue: 'FILE'}),
  'deployed-server': Flags.boolean({description: ANSIBLE}),
  'inflight-validations': Flags.boolean({description: ANSIBLE}),
  'override-ansible-cfg': Flags.string({description: ANSIBLE, helpValue: 'FILE'}),
  'force-postconfig': Flags.boolean({description: ANSIBLE}),
  'validation-errors-nonfatal': Flags.boolean({description: VALIDATIONS}),
  'validation-warnings-fatal': Flags.boolean({description: VALIDATIONS}),
}

/** Options of `overcloud deploy` in TripleO that do not change what osc does. */
export const ignoredDeployFlags = {
  'no-proxy': Flags.string({description: NO_ANSIBLE, helpValue: 'HOSTS'}),
  'overcloud-ssh-user': Flags.string({description: NO_ANSIBLE, helpValue: 'USER'}),
  'overcloud-ssh-key': Flags.string({description: NO_ANSIBLE, helpValue: 'FILE'}),
  'overcloud-ssh-network': Flags.string({description: NO_ANSIBLE, helpValue: 'NETWORK'}),
  'overcloud-ssh-enable-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'SECONDS'}),
  'overcloud-ssh-port-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'SECONDS'}),
  'no-cleanup': Flags.boolean({description: 'Accepted for compatibility; osc leaves no temporary files'}),
  'disable-validations': Flags.boolean({
    description: 'Accepted for compatibility: validations run only with --run-validations',
    exclusive: ['run-validations'],
  }),
  'skip-postconfig': Flags.boolean({description: NO_ANSIBLE}),
  'config-download': Flags.boolean({description: NO_ANSIBLE}),
  'no-config-download': Flags.boolean({aliases: ['stack-only'], description: NO_ANSIBLE}),
  'output-dir': Flags.string({description: NO_ANSIBLE, helpValue: 'FOLDER'}),
  'config-download-timeout': Flags.integer({description: NO_ANSIBLE, helpValue: 'MINUTES'}),
  'deployment-python-interpreter': Flags.string({description: NO_ANSIBLE, helpValue: 'FILE'}),
  'ansible-forks': Flags.integer({description: NO_ANSIBLE, helpValue: 'COUNT'}),
  'disable-container-prepare': Flags.boolean({
    description: 'Accepted for compatibility: container images are not prepared',
  }),
}
