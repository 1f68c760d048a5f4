const HEAD = 'heat_template_version: 2021-04-16\n'

/** A stack that takes as long as `wait` says, and fails when `fail` says so. */
export const TEMPLATE = `${HEAD}description: A greeting
parameters:
  text: {type: string, default: hello, description: What to say}
  wait: {type: number, default: 0}
  fail: {type: boolean, default: false}
resources:
  greeting:
    type: OS::Heat::TestResource
    properties: {value: {get_param: text}, wait_secs: {get_param: wait}, fail: {get_param: fail}}
  random: {type: OS::Heat::RandomString, properties: {length: 8}}
outputs:
  message: {description: What it says, value: {get_attr: [greeting, output]}}
  both: {value: [{get_attr: [greeting, output]}, {get_param: wait}]}
`

/** A stack in a stack in a stack. */
export const NESTED = {
  'outer.yaml': `${HEAD}parameters: {fail: {type: boolean, default: false}}
resources:
  middle: {type: middle.yaml, properties: {fail: {get_param: fail}}}
  alone: {type: OS::Heat::Value, properties: {value: alone}}
`,
  'middle.yaml': `${HEAD}parameters: {fail: {type: boolean, default: false}}
resources:
  inner: {type: inner.yaml, properties: {fail: {get_param: fail}}}
`,
  'inner.yaml': `${HEAD}parameters: {fail: {type: boolean, default: false}}
resources:
  leaf: {type: OS::Heat::TestResource, properties: {value: leaf, fail: {get_param: fail}}}
`,
}

/** The stack of the examples: a greeting that takes signals by its handle. */
export const WEB = TEMPLATE.replace('resources:\n', 'resources:\n  handle: {type: OS::Heat::WaitConditionHandle}\n')

/** Something that waits for a signal. */
export const SIGNALLED = `${HEAD}resources:
  handle: {type: OS::Heat::WaitConditionHandle}
  condition: {type: OS::Heat::WaitCondition, properties: {handle: {get_resource: handle}, count: 1, timeout: 60}}
outputs:
  data: {value: {get_attr: [condition, data]}}
`
