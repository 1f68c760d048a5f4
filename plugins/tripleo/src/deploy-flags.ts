import {Flags} from '@osc-cli/core'

/** How long a deployment may take. */
export const timeoutFlag = {
  timeout: Flags.integer({
    char: 't',
    description: 'Minutes that the deployment may take (default: 240)',
    helpValue: 'MINUTES',
    default: 240,
    min: 1,
  }),
}

export const noWaitFlag = {
  'no-wait': Flags.boolean({description: 'Return when the deployment has started'}),
}

/** The plan of a command, for which TripleO has two options. */
export const planFlag = {
  plan: Flags.string({
    aliases: ['stack'],
    description: 'Plan (name, default: overcloud)',
    helpValue: 'PLAN',
    default: 'overcloud',
    env: 'OVERCLOUD_STACK_NAME',
  }),
}
