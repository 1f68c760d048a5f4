import {Flags} from '@osc-cli/core'

/** Minutes that a deployment may take. */
export const DEFAULT_TIMEOUT = 240

/** How long a deployment may take. */
export const timeoutFlag = {
  timeout: Flags.integer({
    char: 't',
    description: 'Minutes that the deployment may take (default: 240)',
    helpValue: 'MINUTES',
    default: DEFAULT_TIMEOUT,
    min: 1,
  }),
}

export const noWaitFlag = {
  'no-wait': Flags.boolean({description: 'Return when the deployment has started'}),
}

export const runValidationsFlag = {
  'run-validations': Flags.boolean({description: 'Run the validations of the group pre-deployment first'}),
}

export const yesFlag = {yes: Flags.boolean({char: 'y', description: 'Do not ask for confirmation'})}

/** How commands take a plan that is `overcloud` by default. */
export const planOption = {
  description: 'Plan (name, default: overcloud)',
  helpValue: 'PLAN',
  default: 'overcloud',
  env: 'OVERCLOUD_STACK_NAME',
} as const

/** The plan that a command deploys. */
export const stackFlag = {stack: Flags.string(planOption)}

/** The plan of a command, for which TripleO has two options. */
export const planFlag = {plan: Flags.string({aliases: ['stack'], ...planOption})}
