import {Flags} from '@osc-cli/core'
import {DEFAULT_PLAN} from '#plan/plan'

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

/** How commands take a plan. */
const option = {helpValue: 'PLAN', env: 'OVERCLOUD_STACK_NAME'} as const

/** How commands take a plan that is `overcloud` by default, because they may create or delete it. */
export const planOption = {...option, description: 'Plan (name, default: overcloud)', default: DEFAULT_PLAN} as const

/** The plan that a command deploys. */
export const stackFlag = {stack: Flags.string(planOption)}

/** How commands take a plan that exists. `chosenPlan` has the default. */
const existingOption = {...option, description: 'Plan (name, default: overcloud, or the only plan)'} as const

/** The plan that a command reads or upgrades. */
export const existingStackFlag = {stack: Flags.string(existingOption)}

/** The plan that a command reads, for which TripleO has two options. */
export const planFlag = {plan: Flags.string({aliases: ['stack'], ...existingOption})}
