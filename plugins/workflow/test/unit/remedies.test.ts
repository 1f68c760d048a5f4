import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import help from '#help'

/** What Mistral 15 and 20 say, by the remedy that is for it. */
const MESSAGES: readonly (readonly [command: string, code: string, message: string, fact: RegExp])[] = [
  [
    'workflow create',
    'Http400',
    "Parse error: unexpected ']' at position 3 of expression '$.a]' [expression=$.a]] (HTTP 400)",
    /cannot parse an expression/,
  ],
  ['workflow create', 'Http400', 'Parse error: unexpected end of statement (HTTP 400)', /cannot parse an expression/],
  ['workbook create', 'Http400', "Syntax error 'unexpected '}'' (HTTP 400)", /cannot parse an expression/],
  [
    'workflow execution create',
    'Http400',
    "Invalid input [name=greet, class=DirectWorkflowSpec, missing=['who']] (HTTP 400)",
    /input without a default/,
  ],
  ['workflow create', 'Http400', "Invalid DSL: 'version' is a required property (HTTP 400)", /language of Mistral/],
  [
    'action execution run',
    'Http404',
    'Failed to find action [action_name=none] (HTTP 404)',
    /does not have this action/,
  ],
  [
    'workflow execution update',
    'Http400',
    "Can't change workflow execution state from SUCCESS to RUNNING. [workflow=w, execution_id=1] (HTTP 400)",
    /has ended/,
  ],
  ['cron trigger create', 'Http403', 'You are not authorized: identity:create_trust (HTTP 403)', /through a trust/],
]

describe('remedies of workflows', () => {
  for (const [command, code, message, fact] of MESSAGES)
    it(`explain: ${message}`, () => {
      const chosen = help.remedies?.find(
        ({when}) =>
          [when.code].flat().includes(code) &&
          command.startsWith(when.command ?? '') &&
          new RegExp(when.message ?? '', 'i').test(message),
      )
      assert.match(chosen?.cause ?? '', fact)
    })

  it('lead to the definition that has the name', () => {
    const remedy = help.remedies?.find(({when}) => when.code === 'Http409')
    for (const message of [
      "Duplicate entry for WorkflowDefinition ['name', 'namespace', 'project_id']: hello, , None (HTTP 409)",
      "Duplicate entry for definition ['name']: hello (HTTP 409)",
      "A environment with the name 'hello' already exists. (HTTP 409)",
    ])
      assert.equal(new RegExp(remedy?.when.message ?? '', 'i').exec(message)?.groups?.existing, 'hello')
    assert.equal(remedy?.next[0], '{program} {noun} show {existing}')
  })

  it('are silent about other failures', () => {
    // A dynamic action is not in the list of action definitions.
    for (const message of ['Workflow not found [id=1]', 'Dynamic Action not found [name=a,namespace=]'])
      assert.ok(!help.remedies?.some(({when}) => new RegExp(when.message ?? '', 'i').test(message)), message)
  })
})
