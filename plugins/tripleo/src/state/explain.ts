import {shellWord} from '@osc-cli/core'

/** A reason of a failure in plain words, and the command that helps. */
export interface Explanation {
  text: string
  /** A command line; undefined when the text says what to do. */
  next?: string | undefined
}

type Rule = readonly [pattern: RegExp, text: (match: RegExpExecArray) => string, next?: string]

const RULES: readonly Rule[] = [
  [
    // Ironic's reason begins with that no valid host was found.
    /No conductor service registered which supports driver (\S+?)\.?(?:\s|$)/i,
    ([, driver]) => `Ironic in this cloud does not have the driver ${driver}.`,
    'osc api GET /drivers --service baremetal',
  ],
  [
    /No valid host was found/i,
    () => 'No valid host: no free host or machine has the resources and properties that the flavor requires.',
    'osc flavor list --long',
  ],
  [
    /No Flavor matching \{?'?(?:name'?: '?)?([^'}\s]+)|flavor \(?["']?([\w.-]+)["')]*[^.]*(?:not be found|404)/i,
    ([, one, other]) => `The flavor ${one ?? other} does not exist.`,
    'osc flavor list',
  ],
  [
    /No images? matching \{?'?(?:name'?: '?)?([^'}\s]+)|image \(?["']?([\w.-]+)["')]*[^.]*(?:not be found|404)/i,
    ([, one, other]) => `The image ${one ?? other} does not exist.`,
    'osc image list',
  ],
  [
    /quota exceeded[^:]*:?\s*(.*)/i,
    ([, detail]) => `A quota is exceeded. ${detail ?? ''}`.trim(),
    'osc limits show --absolute',
  ],
  [
    /The Parameter \(([^)]+)\) was not provided/i,
    ([, name]) => `The plan has no value for the parameter ${name}.`,
    'osc overcloud plan set PLAN --parameter KEY=VALUE',
  ],
  [
    /went to status ERROR/i,
    (match) => `Nova could not start the server. ${/due to "([^"]+)"/.exec(match.input)?.[1] ?? ''}`.trim(),
    'osc server show SERVER',
  ],
  [
    /No more IP addresses|IpAddressGenerationFailure/i,
    () => 'The network has no free address: enlarge its pools in network_data.yaml.',
    'osc overcloud plan set PLAN -n network_data.yaml',
  ],
  [
    /Resource Type \(([^)]+)\) could not be found/i,
    ([, type]) => `Heat in this cloud does not have the resource type ${type}.`,
    'osc orchestration resource type list',
  ],
  [
    /timed out/i,
    () => 'The deployment timed out: allow more time with --timeout.',
    'osc overcloud plan deploy --timeout MINUTES PLAN',
  ],
  [
    /action "([^"]+)" can ?not be performed.*while it is in state "([^"]+)"/i,
    ([, action, state]) => `The machine is in state ${state}, which does not allow the action ${action}.`,
    'osc overcloud node manage MACHINE',
  ],
]

/** A failure's reason in plain words where it is a known one, else the reason itself. */
export function explain(reason: string, plan = 'PLAN'): Explanation {
  for (const [pattern, text, next] of RULES) {
    const match = pattern.exec(reason)
    if (match) return {text: text(match), next: next?.replace('PLAN', () => shellWord(plan))}
  }
  return {text: reason}
}
