import {Args, Flags} from '@osc-cli/core'

export const queueArg = Args.string({description: 'Queue (name)', required: true})

export const listFlags = (marker: string, things: string) => ({
  marker: Flags.string({description: `Last of the previous page (${marker})`, helpValue: 'MARKER'}),
  limit: Flags.string({description: `Maximum number of ${things} to return (default: all)`, helpValue: 'NUMBER'}),
})

export const clientIdFlag = Flags.string({
  description: 'UUID of this client (default: a new one for each command)',
  helpValue: 'UUID',
  env: 'OS_MESSAGE_CLIENT_ID',
})
