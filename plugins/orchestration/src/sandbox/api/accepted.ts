import type {Answer} from '@osc-cli/core/sandbox'

/** Heat's response to an accepted asynchronous request. */
export const ACCEPTED: Answer = {
  status: 202,
  body: {
    message: 'The request is accepted for processing.<br /><br />\n\n\n',
    code: '202 Accepted',
    title: 'Accepted',
  },
}
