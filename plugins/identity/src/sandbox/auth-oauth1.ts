import {unauthorized} from '#sandbox/failures'
import type {Method} from '#sandbox/sign-in'

export const proofByOAuth1: Method = () => {
  throw unauthorized()
}
