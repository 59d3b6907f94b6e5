import code from '@eventstore/db-client/generated/code_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';

/** The official client's own definitions: CommonJS without static exports, hence opened here once. */
export const { ReadReq, ReadResp, AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } = streams;
export const { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } = streams;
export const { UUID, StreamIdentifier, AllStreamPosition, Empty } = shared;
export const { WrongExpectedVersion, StreamDeleted, MaximumAppendSizeExceeded, Timeout, BadRequest } = shared;
export const { Status } = status;
export const { Code } = code;
export const { ClusterInfo, MemberInfo, EndPoint } = gossip;
export const { SupportedMethods, SupportedMethod } = features;
export const { StreamsService, StreamsClient } = streamsGrpc;
export const { GossipService } = gossipGrpc;
export const { ServerFeaturesService, ServerFeaturesClient } = featuresGrpc;

export type ReadReq = InstanceType<typeof ReadReq>;
export type ReadOptions = InstanceType<typeof ReadReq.Options>;
export type FilterOptions = InstanceType<typeof ReadReq.Options.FilterOptions>;
export type ReadResp = InstanceType<typeof ReadResp>;
export type AppendReq = InstanceType<typeof AppendReq>;
export type AppendOptions = InstanceType<typeof AppendReq.Options>;
export type AppendResp = InstanceType<typeof AppendResp>;
export type BatchAppendReq = InstanceType<typeof BatchAppendReq>;
export type BatchAppendOptions = InstanceType<typeof BatchAppendReq.Options>;
export type BatchAppendResp = InstanceType<typeof BatchAppendResp>;
export type ProposedMessage =
  InstanceType<typeof BatchAppendReq.ProposedMessage> | InstanceType<typeof AppendReq.ProposedMessage>;
export type DeleteReq = InstanceType<typeof DeleteReq>;
export type DeleteOptions = InstanceType<typeof DeleteReq.Options>;
export type DeleteResp = InstanceType<typeof DeleteResp>;
export type TombstoneReq = InstanceType<typeof TombstoneReq>;
export type TombstoneResp = InstanceType<typeof TombstoneResp>;
export type UUID = InstanceType<typeof UUID>;
export type StreamIdentifier = InstanceType<typeof StreamIdentifier>;
export type Code = NonNullable<ReturnType<Status['getCode']>>;
export type Status = InstanceType<typeof Status>;
export type Empty = InstanceType<typeof Empty>;
export type EndPoint = InstanceType<typeof EndPoint>;
export type ClusterInfo = InstanceType<typeof ClusterInfo>;
export type StreamsClient = InstanceType<typeof StreamsClient>;
export type SupportedMethods = InstanceType<typeof SupportedMethods>;
