/** What is typed to see one behaviour of contextual help, on every fixture cloud and for every audience, in this order. */
export interface Line {
  behaviour: string
  argv: readonly string[]
}

export const LINES: readonly Line[] = [
  {behaviour: 'the service is offered, elsewhere, or not at all', argv: ['stack', 'list']},
  {behaviour: 'an option above the microversion', argv: ['server', 'create', '--host', 'h', 'web']},
  {behaviour: 'an extension that is absent', argv: ['server', 'trunk', 'list']},
  {behaviour: 'a role that is missing', argv: ['region', 'create', 'North']},
  {behaviour: 'the last failure', argv: ['why']},
  {behaviour: 'the same for a program', argv: ['region', 'create', 'North', '-f', 'json']},
  {behaviour: 'a failed resource is shown', argv: ['stack', 'show', 'web', '-f', 'value', '-c', 'stack_status']},
  {behaviour: 'an action refused by the state', argv: ['stack', 'suspend', 'web']},
  {behaviour: 'a wait that fails', argv: ['stack', 'create', '-t', 'web.yaml', '--wait', 'shop']},
  {behaviour: 'an ambiguous name', argv: ['user', 'show', 'bob']},
  {behaviour: 'a look-up that is refused', argv: ['user', 'show', 'eve']},
  {behaviour: 'a mistyped line', argv: ['srver', 'craete', 'web']},
  {behaviour: "an old client's line", argv: ['heat', 'stack-list']},
  {behaviour: 'names at the cursor', argv: ['__complete', 'bash', ' ', 'osc stack suspend ']},
  {behaviour: 'an argument that is missing', argv: ['stack', 'suspend']},
  {behaviour: 'a quota', argv: ['region', 'create', 'Big']},
  {behaviour: 'a cloud that is not there', argv: ['--os-cloud', 'y', 'stack', 'list']},
  {behaviour: 'where the facts come from', argv: ['context', 'show']},
]
