import {Flags} from '@osc-cli/core'

/** The options of every command that sends a template with its environments. */
export const environmentFlags = {
  environment: Flags.strings({
    char: 'e',
    description: 'Environment (file or URL); the last one counts most.',
    helpValue: 'ENVIRONMENT',
  }),
  parameter: Flags.strings({description: 'Parameter value', helpValue: 'KEY=VALUE', secret: true}),
}

export const filesContainerFlag = {
  'files-container': Flags.string({
    char: 's',
    description: 'Swift container with all files but the template: nothing else is read here.',
    helpValue: 'CONTAINER',
  }),
}

export const parameterFileFlag = {
  'parameter-file': Flags.strings({description: 'Value of a parameter out of a file or URL.', helpValue: 'KEY=FILE'}),
}

export const tagsFlag = {
  tags: Flags.string({description: 'Tags of the stack.', helpValue: 'TAG,TAG'}),
}

export const timeoutFlag = {
  timeout: Flags.integer({description: 'Minutes until Heat gives up.', helpValue: 'MINUTES'}),
}

export const waitFlag = {
  wait: Flags.boolean({description: 'Wait until it is done, and tell the events.'}),
}
