import {asText, type CommandContext, defineResource, Known, OscError} from '@osc-cli/core'
import {ask, canPrompt} from '#start/ask'

const Flavor = defineResource({
  noun: 'flavor',
  service: 'compute',
  path: '/flavors',
  member: 'flavor',
  collection: 'flavors',
})

const KINDS = {
  image: {resource: Known.Image, query: {status: 'active'}, create: 'osc image create --file FILE NAME'},
  flavor: {resource: Flavor, query: {}, create: 'osc flavor create --ram 512 --disk 10 NAME'},
} as const

/** The image or flavor of the servers: the one that an option names, which must exist, else one that the user chooses. */
export async function choose(context: CommandContext, kind: keyof typeof KINDS, given?: string): Promise<string> {
  const {resource, query, create} = KINDS[kind]
  if (given !== undefined) {
    await context.api(resource).find(given)
    return given
  }
  const records = await Array.fromAsync(context.api(resource).list(query))
  const names = records.flatMap(({name}) => asText(name) ?? []).sort()
  const [first] = names
  if (first === undefined)
    throw new OscError(`The cloud has no ${kind} for the servers.`, {hint: `Create one with: ${create}`})
  await context.note(`${kind === 'image' ? 'Images' : 'Flavors'}: ${names.join(', ')}`)
  const chosen = await ask(context, `Which ${kind}?`, first)
  await context.api(resource).find(chosen)
  return chosen
}

/** Numbers of servers by role: those that an option gives, else what the user answers, else those of the starter plan. */
export async function chooseCounts(
  context: CommandContext,
  given: readonly {key: string; value: string}[] | undefined,
): Promise<{key: string; value: string}[]> {
  if (given !== undefined || !canPrompt(context)) return [...(given ?? [])]
  const counts: {key: string; value: string}[] = []
  for (const [key, fallback] of STARTER)
    counts.push({key, value: await ask(context, `How many ${key} servers?`, fallback)})
  return counts
}

/** The roles of the starter plan with the default of their counts. */
const STARTER = [
  ['Controller', '1'],
  ['Compute', '2'],
] as const
