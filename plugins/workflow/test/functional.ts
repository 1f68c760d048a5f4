/** Files that the lines below name; NAME is replaced, so that nothing in a shared cloud has the same name. */
export const FILES: Readonly<Record<string, string>> = {
  'wb.yaml': "version: '2.0'\nname: NAME-wb\nworkflows:\n  wf1: {tasks: {a: {action: std.noop}}}\n",
  'other-wb.yaml': "version: '2.0'\nname: NAME-other\nworkflows:\n  wf1: {tasks: {a: {action: std.noop}}}\n",
  'wf.yaml': "version: '2.0'\nNAME-wf:\n  input: [farewell]\n  tasks: {a: {action: std.noop}}\n",
  'other-wf.yaml': "version: '2.0'\nNAME-other:\n  tasks: {a: {action: std.noop}}\n",
  'invalid.yaml': "version: '2.0'\nNAME-invalid:\n  tasks: {a: {acton: std.noop}}\n",
  'env.yaml': 'name: NAME-env\nvariables:\n  var: value\n',
  'other-env.yaml': 'name: NAME-other\nvariables:\n  var: value\n',
  'unnamed-env.yaml': 'variables:\n  var: value\n',
  'bare-env.yaml': 'name: NAME-bare\n',
  'input.json': '{"farewell": "Bye"}',
  empty: '',
}

/** What exists while the lines are run. */
export const CREATED = [
  ['workbook', 'create', 'wb.yaml'],
  ['workflow', 'create', 'wf.yaml'],
  ['workflow', 'env', 'create', 'env.yaml'],
] as const
export const DELETED = [
  ['workbook', 'delete', 'NAME-wb'],
  ['workflow', 'delete', 'NAME-wb.wf1', 'NAME-wf'],
  ['workflow', 'env', 'delete', 'NAME-env'],
] as const

const ID = '4307362e-4a4a-4021-aa58-0fab23c9c751'

/** Wrong input of mistralclient's functional tests, the exit status and a fact that stderr names. */
export const WRONG: readonly (readonly [line: string, status: number, fact: RegExp])[] = [
  ['workbook show', 2, /workbook/],
  ['workbook show NAME-none', 4, /NAME-none/],
  ['workbook create none.yaml', 2, /none\.yaml/],
  ['workbook create wb.yaml', 5, /NAME-wb/],
  ['workbook create wf.yaml', 1, /name/],
  ['workbook create', 2, /definition/i],
  ['workbook update', 2, /definition/i],
  ['workbook update none.yaml', 2, /none\.yaml/],
  ['workbook update other-wb.yaml', 4, /NAME-other/],
  ['workbook update wf.yaml', 1, /name/],
  ['workbook delete NAME-none', 4, /NAME-none/],
  ['workbook definition show NAME-none', 4, /NAME-none/],
  ['workflow show', 2, /workflow/],
  ['workflow show NAME-none', 4, /NAME-none/],
  ['workflow definition show NAME-none', 4, /NAME-none/],
  ['workflow create', 2, /definition/i],
  ['workflow create none.yaml', 2, /none\.yaml/],
  ['workflow create empty', 2, /empty/],
  ['workflow create wf.yaml', 5, /NAME-wf/],
  ['workflow create invalid.yaml', 1, /acton|Invalid DSL/],
  ['workflow update other-wf.yaml', 4, /NAME-other/],
  ['workflow update invalid.yaml', 1, /acton|Invalid DSL/],
  ['workflow delete NAME-none', 4, /NAME-none/],
  ['workflow validate none.yaml', 2, /none\.yaml/],
  ['workflow execution create', 2, /workflow/i],
  ['workflow execution create NAME-none', 4, /NAME-none/],
  ['workflow execution create NAME-wf nonsense', 2, /nonsense/],
  ['workflow execution create NAME-wf empty', 2, /empty/],
  ['workflow execution create NAME-wf', 1, /farewell/],
  ['workflow execution create NAME-wf {"other":1}', 1, /other|farewell/],
  [`workflow execution show ${ID}`, 4, new RegExp(ID)],
  [`workflow execution update ${ID} -s ERROR -d x`, 4, new RegExp(ID)],
  [`workflow execution delete ${ID}`, 4, new RegExp(ID)],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1}', 1, /pattern/i],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1} --pattern q', 1, /q/],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1} --pattern "80 * * * *"', 1, /80/],
  ['cron trigger create NAME-tr NAME-none {} --pattern "* * * * *"', 4, /NAME-none/],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1} --pattern "* * * * *" --count q', 2, /--count/],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1} --pattern "* * * * *" --first-date q', 2, /--first-date/],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1} --pattern "* * * * *" --first-time q', 2, /q/],
  ['cron trigger create NAME-tr NAME-wf {"farewell":1} --count 42', 1, /pattern/i],
  ['cron trigger delete NAME-none', 4, /NAME-none/],
  ['cron trigger show NAME-none', 4, /NAME-none/],
  [`event trigger create NAME-ev ${ID} exchange topic`, 2, /event/],
  [`event trigger create NAME-ev ${ID} exchange topic event {}`, 4, new RegExp(ID)],
  [`event trigger delete ${ID}`, 4, new RegExp(ID)],
  [`event trigger show ${ID}`, 4, new RegExp(ID)],
  ['action definition show NAME-none', 4, /NAME-none/],
  ['action definition create', 2, /definition/i],
  ['action definition create invalid.yaml', 1, /Invalid DSL|base/],
  ['action definition delete NAME-none', 4, /NAME-none/],
  ['action definition delete std.noop', 4, /std\.noop/],
  ['action definition definition show NAME-none', 4, /NAME-none/],
  [`task execution show ${ID}`, 4, new RegExp(ID)],
  [`task execution rerun ${ID}`, 4, new RegExp(ID)],
  ['workflow env show', 2, /environment/],
  ['workflow env show NAME-none', 4, /NAME-none/],
  ['workflow env create env.yaml', 5, /NAME-env/],
  ['workflow env create empty', 2, /empty/],
  ['workflow env create unnamed-env.yaml', 2, /name/],
  ['workflow env create bare-env.yaml', 2, /variables/],
  ['workflow env update none.yaml', 2, /none\.yaml/],
  ['workflow env update empty', 2, /empty/],
  ['workflow env update other-env.yaml', 4, /NAME-other/],
  ['workflow env delete NAME-none', 4, /NAME-none/],
  ['action execution show', 2, /action/],
  [`action execution show ${ID}`, 4, new RegExp(ID)],
  [`action execution update ${ID} --state ERROR`, 4, new RegExp(ID)],
  ['action execution run NAME-none', 1, /NAME-none/],
]

/** Columns that mistralclient's functional tests look for. */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'workbook list': ['Name', 'Tags', 'Created at', 'Updated at'],
  'workflow list': ['ID', 'Name', 'Tags', 'Input', 'Scope', 'Created at', 'Updated at'],
  'workflow execution list': ['ID', 'Workflow name', 'Workflow ID', 'State', 'Created at', 'Updated at'],
  'task execution list': ['ID', 'Name', 'Workflow name', 'Workflow Execution ID', 'State'],
  'cron trigger list': [
    'Name',
    'Workflow',
    'Pattern',
    'Next execution time',
    'Remaining executions',
    'Created at',
    'Updated at',
  ],
  'event trigger list': ['ID', 'Name', 'Workflow ID', 'Exchange', 'Topic', 'Event', 'Created at', 'Updated at'],
  'action definition list': ['Name', 'Is system', 'Input', 'Description', 'Tags', 'Created at', 'Updated at'],
  'workflow env list': ['Name', 'Description', 'Scope', 'Created at', 'Updated at'],
  'action execution list': ['ID', 'Name', 'Workflow name', 'State', 'Accepted'],
}

/** The words of a line; quotes keep blanks. */
export const wordsOf = (line: string, name: string): string[] =>
  [...line.replaceAll('NAME', name).matchAll(/"([^"{}]*)"(?= |$)|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  )
