import {Flags, OscCommand, shellWord, UsageError} from '@osc-cli/core'
import {DEFAULT_TIMEOUT, runValidationsFlag, yesFlag} from '#deploy-flags'
import {checkDeployable, DEPLOY_CALLS, deployPlan} from '#engine/deploy'
import {followRun, refuseFailure} from '#engine/follow'
import {setUp} from '#engine/setup'
import {findWorkflow, Workflow} from '#engine/workflow'
import {COMPARE_CALLS} from '#plan/compare'
import {CREATE_CALLS, createPlan} from '#plan/create'
import {preparePlan} from '#plan/save'
import {checkPlanName} from '#plan-flags'
import {newPlan} from '#plan-sources'
import {ask, canPrompt} from '#start/ask'
import {choose, chooseCounts} from '#start/choose'
import {type Facts, factsOf, STATUS_CALLS, statusOf} from '#state/status'

type Given = {readonly [Key in keyof Answers]?: Answers[Key] | undefined}

interface Answers {
  image: string
  flavor: string
  role: {key: string; value: string}[]
}

export default class OvercloudStart extends OscCommand {
  static override summary = 'Deploy a first overcloud, step by step'
  static override description =
    'Loads the workflows, creates the starter plan and deploys it. Prints the command for each step. On a terminal, ' +
    'prompts for values that no option sets. After an interruption, run the command again: it continues where it stopped.'
  static override roles = ['member']
  static override calls = [
    ...new Set([
      ...COMPARE_CALLS,
      ...CREATE_CALLS,
      ...DEPLOY_CALLS,
      ...STATUS_CALLS,
      'GET /v2/images',
      'GET /v2.1/flavors',
      'GET /v2/workbooks',
      'POST /v2/workbooks',
    ]),
  ]
  static override seeAlso = ['undercloud setup', 'overcloud plan create', 'overcloud plan deploy', 'overcloud status']
  static override examples = [
    {command: 'osc overcloud start', description: 'Answer questions on a terminal'},
    {
      command: 'osc overcloud start --name first --image cirros --flavor m1.tiny --role Compute=1 --yes',
      description: 'Specify all answers as options',
    },
  ]
  static override flags = {
    name: Flags.string({description: 'Name of the plan (default: first)', helpValue: 'NAME'}),
    image: Flags.string({description: 'Image of all servers (name or ID)', helpValue: 'IMAGE'}),
    flavor: Flags.string({description: 'Flavor of all servers (name or ID)', helpValue: 'FLAVOR'}),
    role: Flags.keyValues({
      description: 'Number of servers of a role (default: Controller=1, Compute=2; repeatable)',
      helpValue: 'ROLE=COUNT',
    }),
    ...runValidationsFlag,
    ...yesFlag,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudStart)
    const name = flags.name ?? (canPrompt(this) ? await ask(this, 'Name of the plan?', 'first') : 'first')
    checkPlanName(name)
    const session = await this.session()
    const facts = await factsOf(this, name)
    // Before anything is changed.
    const answers = facts.hasPlan ? undefined : await this.#answers(flags)
    if (!(await findWorkflow(session, Workflow.deploy))) {
      await this.#say('undercloud setup')
      await setUp(session)
    }
    if (answers) await this.#createPlan(name, answers)
    else await this.note(`Plan ${name} exists. Change it with: osc overcloud plan set ${name} --parameter KEY=VALUE`)
    await this.#deploy(name, facts, flags)
  }

  /** The values of the starter plan: from options, else from the user. */
  async #answers(given: Given): Promise<Answers> {
    const missing = (['image', 'flavor'] as const).filter((option) => given[option] === undefined)
    if (missing.length > 0 && !canPrompt(this))
      throw new UsageError(
        `Without a terminal, ${missing.map((option) => `--${option}`).join(' and ')} must be given.`,
        {
          hint: `Choose with: ${missing.map((option) => `osc ${option} list`).join(', ')}`,
        },
      )
    const image = await choose(this, 'image', given.image)
    return {image, flavor: await choose(this, 'flavor', given.flavor), role: await chooseCounts(this, given.role)}
  }

  async #createPlan(name: string, {image, flavor, role}: Answers): Promise<void> {
    const parameter = ['Controller', 'Compute'].flatMap((one) => [
      {key: `${one}Image`, value: image},
      {key: `${one}Flavor`, value: flavor},
    ])
    const plan = await newPlan(this, name, {role, parameter})
    const options = [
      ...role.map(({key, value}) => `--role ${shellWord(`${key}=${value}`)}`),
      ...parameter.map(({key, value}) => `--parameter ${shellWord(`${key}=${value}`)}`),
    ]
    await this.#say(`overcloud plan create ${name} ${options.join(' ')}`)
    await createPlan(this, plan, await preparePlan(this, plan))
  }

  async #deploy(name: string, facts: Facts, flags: {'run-validations': boolean; yes: boolean}): Promise<void> {
    const {state} = statusOf(facts)
    if (state === 'DEPLOY_SUCCESS' && facts.changes?.length === 0) {
      await this.note(`Plan ${name} is deployed.`)
    } else if (state === 'DEPLOYING') {
      await this.#say(`overcloud status --watch --plan ${name}`)
      const {parts: before, running} = facts
      refuseFailure(
        await followRun(this, {plan: name, before, execution: running?.execution}),
        name,
        running?.execution,
      )
      await this.note(`Plan ${name} was deployed.`)
    } else {
      if (!flags.yes && !(await this.confirm(`Deploy plan ${name} now?`)))
        return await this.note(`Deploy it with: osc overcloud plan deploy ${name}`)
      await this.#say(`overcloud plan deploy ${flags['run-validations'] ? '--run-validations ' : ''}${name}`)
      await deployPlan(this, name, await checkDeployable(this, name), {...flags, timeout: DEFAULT_TIMEOUT})
    }
    await this.note(`Show its servers and state with: osc overcloud status --plan ${name}`)
  }

  /** Prints the command of a step, so that the user can repeat it. */
  async #say(line: string): Promise<void> {
    await this.note(`$ ${this.runtime.program} ${line}`)
  }
}
