import {OscCommand} from '@osc-cli/core'
import {DEPLOY_COMMAND_CALLS, deployFlags, runDeployment} from '#deploy-command'
import {existingStackFlag} from '#deploy-flags'
import {chosenPlan, PLAN_NAME_CALLS} from '#plan/plan'
import {ROLE_COMMAND_CALLS, roleFlags, runRoles} from '#role-command'
import type {CommandClass} from '#unavailable-command'

/** The two nouns of TripleO whose commands are the same in osc. */
type Kind = 'update' | 'upgrade'

/** Requests and options of the commands that change a plan. */
const CALLS = [...new Set([...PLAN_NAME_CALLS, ...DEPLOY_COMMAND_CALLS])]
const flagsOfExisting = {...deployFlags, ...existingStackFlag}

const example = (kind: Kind, words: string, description: string) => ({
  command: ['osc overcloud', kind, words].join(' '),
  description,
})

/** Changes the plan, and deploys nothing. */
export function prepareCommand(kind: Kind): CommandClass {
  return class PrepareCommand extends OscCommand {
    static override summary = `Change the plan for an ${kind}`
    static override description =
      'Applies the options to the plan, as `overcloud deploy` does, and prints the differences from what is deployed. Nothing is ' +
      `deployed. Deploy the changes role by role with \`overcloud ${kind} run\`.`
    static override roles = ['member']
    static override calls = CALLS
    static override seeAlso = [`overcloud ${kind} run`, `overcloud ${kind} converge`, 'overcloud plan diff']
    static override examples = [
      example(
        kind,
        'prepare --stack first --parameter ComputeImage=new --parameter ControllerImage=new',
        'Use another image',
      ),
    ]
    static override flags = flagsOfExisting

    async run(): Promise<void> {
      const {flags} = await this.parse(PrepareCommand)
      const stack = await chosenPlan(await this.session(), flags.stack)
      await runDeployment(this, {...flags, stack, 'update-plan-only': true})
    }
  }
}

/** Deploys the changes of some roles. */
export function runCommand(kind: Kind): CommandClass {
  return class RunCommand extends OscCommand {
    static override summary = `${kind === 'update' ? 'Update' : 'Upgrade'} the servers of some roles`
    static override description =
      'Deploys the changes of the plan for these roles. Parameters of all other roles keep their deployed values.'
    static override roles = ['member']
    static override calls = ROLE_COMMAND_CALLS
    static override seeAlso = [`overcloud ${kind} prepare`, `overcloud ${kind} converge`, 'overcloud plan diff']
    static override examples = [example(kind, 'run --stack first --limit Controller', 'Change the controllers only')]
    static override flags = roleFlags

    async run(): Promise<void> {
      const {flags} = await this.parse(RunCommand)
      await runRoles(this, flags)
    }
  }
}

/** Deploys the changes of all roles. */
export function convergeCommand(kind: Kind): CommandClass {
  return class ConvergeCommand extends OscCommand {
    static override summary = `Complete an ${kind}: deploy the whole plan`
    static override description =
      'Deploys the plan for all roles, so that nothing differs from it afterwards. Options change the plan first.'
    static override roles = ['member']
    static override calls = CALLS
    static override seeAlso = [`overcloud ${kind} run`, 'overcloud status']
    static override examples = [example(kind, 'converge --stack first --yes', 'Deploy all roles without confirmation')]
    static override flags = flagsOfExisting

    async run(): Promise<void> {
      const {flags} = await this.parse(ConvergeCommand)
      await runDeployment(this, {...flags, stack: await chosenPlan(await this.session(), flags.stack)})
    }
  }
}
