import {Flags} from '@osc-cli/core'

/** The option of every command that reads a template. */
export const templateFlag = {
  char: 't',
  description: 'Template (file, URL, or - for standard input)',
  helpValue: 'TEMPLATE',
} as const

/** The options of every command that sends a template with its environments. */
export const environmentFlags = {
  environment: Flags.strings({
    char: 'e',
    description: 'Environment (file or URL; repeatable); later ones take precedence',
    helpValue: 'ENVIRONMENT',
  }),
  parameter: Flags.strings({description: 'Parameter value (repeatable)', helpValue: 'KEY=VALUE', secret: true}),
}

export const filesContainerFlag = {
  'files-container': Flags.string({
    char: 's',
    description: 'Swift container with the environments and files; only the template is read locally',
    helpValue: 'CONTAINER',
  }),
}

export const parameterFileFlag = {
  'parameter-file': Flags.strings({
    description: 'Parameter value from a file or URL (repeatable)',
    helpValue: 'KEY=FILE',
  }),
}

export const tagsFlag = {
  tags: Flags.string({description: 'Tags of the stack, separated by commas', helpValue: 'TAG,TAG'}),
}

export const timeoutFlag = {
  timeout: Flags.integer({description: 'Time limit of the action in Heat, in minutes', helpValue: 'MINUTES'}),
}

export const waitFlag = {
  wait: Flags.boolean({description: 'Wait for completion and print events'}),
}
