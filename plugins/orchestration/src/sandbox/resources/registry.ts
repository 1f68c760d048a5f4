import {NoneResource} from '#sandbox/resources/none'
import {RandomStringResource} from '#sandbox/resources/random-string'
import {RemoteStackResource} from '#sandbox/resources/remote-stack'
import {ResourceGroupResource} from '#sandbox/resources/resource-group'
import {SoftwareConfigResource, StructuredConfigResource} from '#sandbox/resources/software-config'
import {SoftwareDeploymentResource, StructuredDeploymentResource} from '#sandbox/resources/software-deployment'
import {TestResource} from '#sandbox/resources/test-resource'
import type {ResourceType} from '#sandbox/resources/type'
import {ValueResource} from '#sandbox/resources/value'
import {WaitConditionResource} from '#sandbox/resources/wait-condition'
import {WaitConditionHandleResource} from '#sandbox/resources/wait-condition-handle'

/** All built-in types of the sandbox, by name. */
export const TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    NoneResource,
    RandomStringResource,
    ResourceGroupResource,
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
