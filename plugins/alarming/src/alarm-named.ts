import {Args, Flags} from '@osc-cli/core'

/** The argument of commands for one alarm; `--name` may replace it. */
export const alarmArgs = {
  id: Args.string({description: 'Alarm (name or ID)'}),
}

export const nameFlags = {
  name: Flags.string({description: 'Name of the alarm, instead of the argument', helpValue: 'NAME'}),
}
