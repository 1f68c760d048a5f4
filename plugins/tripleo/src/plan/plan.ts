import {NotFoundError, type Session} from '@osc-cli/core'
import {Container, containerNames, manyAtOnce} from '#plan/container'

/** The plan of commands that do not name one, as in TripleO. */
export const DEFAULT_PLAN = 'overcloud'

/** The header by which containers are plans, for TripleO's clients and UI too. */
const USAGE = 'x-container-meta-usage-tripleo'
export const PLAN_HEADERS: Readonly<Record<string, string>> = {[USAGE]: 'plan'}

/** The containers of a plan. */
export const planContainers = (session: Session, name: string) => ({
  /** Templates, rendered templates, roles, networks, plan-environment.yaml. */
  plan: new Container(session, name),
  /** What Heat reads of it, with references from the top. */
  files: new Container(session, `${name}-files`),
  /** Messages of the workflows. */
  messages: new Container(session, `${name}-messages`),
  /** Backups of Swift's rings that workflows of tripleo-common make. */
  rings: new Container(session, `${name}-swift-rings`),
})

/**
 * Deletes the containers of a plan, itself last, so that an interrupted deletion can be repeated. Another plan may have the
 * name of one of them.
 */
export async function deleteContainers(session: Session, name: string): Promise<void> {
  const {plan, files, messages, rings} = planContainers(session, name)
  for (const container of [rings, messages, files]) if (!isPlan(await container.headers())) await container.destroy()
  await plan.destroy()
}

/** Whether headers are those of a plan. */
export const isPlan = (headers: Readonly<Record<string, string>> | undefined): boolean => headers?.[USAGE] === 'plan'

/** The container of a plan. NotFoundError when there is no plan of that name. */
export async function findPlan(session: Session, name: string): Promise<Container> {
  const {plan} = planContainers(session, name)
  if (!isPlan(await plan.headers()))
    throw new NotFoundError(`No plan with a name or ID of '${name}' exists.`, {
      hint: 'List plans with: osc overcloud plan list',
    })
  return plan
}

/** Requests of `planNames` and `chosenPlan`. */
export const PLAN_NAME_CALLS = ['GET /v1/{account}', 'HEAD /v1/{account}/{container}']

/** The plan with a name that was given; by default `overcloud`, or the only plan there is. */
export async function chosenPlan(session: Session, name: string | undefined): Promise<string> {
  if (name !== undefined || isPlan(await planContainers(session, DEFAULT_PLAN).plan.headers()))
    return name ?? DEFAULT_PLAN
  const [only = DEFAULT_PLAN, ...others] = await planNames(session)
  return others.length === 0 ? only : DEFAULT_PLAN
}

/** Names of all plans, sorted. A listing does not have the headers of containers, so each is asked for its own. */
export async function planNames(session: Session): Promise<string[]> {
  const plans: string[] = []
  await manyAtOnce(await containerNames(session), async (name) => {
    if (isPlan(await new Container(session, name).headers())) plans.push(name)
  })
  return plans.sort()
}
