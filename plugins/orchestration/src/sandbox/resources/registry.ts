import {AutoScalingGroupResource} from '#sandbox/resources/autoscaling-group'
import {NoneResource} from '#sandbox/resources/none'
import {RandomStringResource} from '#sandbox/resources/random-string'
import {RemoteStackResource} from '#sandbox/resources/remote-stack'
import {ResourceChainResource} from '#sandbox/resources/resource-chain'
import {ResourceGroupResource} from '#sandbox/resources/resource-group'
import {ScalingPolicyResource} from '#sandbox/resources/scaling-policy'
import {SoftwareConfigResource, StructuredConfigResource} from '#sandbox/resources/software-config'
import {SoftwareDeploymentResource, StructuredDeploymentResource} from '#sandbox/resources/software-deployment'
import {TestResource} from '#sandbox/resources/test-resource'
import type {ResourceType} from '#sandbox/resources/type'
import {ValueResource} from '#sandbox/resources/value'
import {WaitConditionResource} from '#sandbox/resources/wait-condition'
import {WaitConditionHandleResource} from '#sandbox/resources/wait-condition-handle'

/** Heat's own types, by name. */
const OWN_TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    AutoScalingGroupResource,
    NoneResource,
    RandomStringResource,
    ResourceChainResource,
    ResourceGroupResource,
    ScalingPolicyResource,
    SoftwareConfigResource,
    SoftwareDeploymentResource,
    RemoteStackResource,
    StructuredConfigResource,
    StructuredDeploymentResource,
    TestResource,
    ValueResource,
    WaitConditionResource,
    WaitConditionHandleResource,
  ].map((type) => [type.name, type]),
)

/** The types that are resources of other services. They are read when a template uses one, or all types are listed. */
const otherTypes = async (): Promise<ReadonlyMap<string, ResourceType>> =>
  (await import('#sandbox/resources/openstack/index')).OPENSTACK_TYPES

/** The built-in type of that name; undefined when there is none. */
export const builtInType = async (name: string): Promise<ResourceType | undefined> =>
  OWN_TYPES.get(name) ?? (/^OS::(?!Heat::)/.test(name) ? (await otherTypes()).get(name) : undefined)

/** All built-in types of the sandbox. */
export const builtInTypes = async (): Promise<ResourceType[]> => [
  ...OWN_TYPES.values(),
  ...(await otherTypes()).values(),
]
