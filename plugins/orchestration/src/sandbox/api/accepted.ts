import type {Answer} from '@osc-cli/core/sandbox'

/** Heat's answer to what it will do later. */
export const ACCEPTED: Answer = {
  status: 202,
  body: {
    message: 'The request is accepted for processing.<br /><br />\n\n\n',
    code: '202 Accepted',
    title: 'Accepted',
  },
}
