import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { ClusterInfo, EndPoint, MemberInfo, UUID, type Empty } from '../protocol/generated.ts';

const instance = randomUUID();
const TICKS_PER_MILLISECOND = 10_000n;

/** The node as the caller reached it: the only address that is sure to lead back here. */
function endPoint(authority: string): EndPoint {
  const { hostname, port } = new URL(`http://${authority}`);
  return new EndPoint().setAddress(hostname).setPort(Number(port || 80));
}

/** A cluster of one: the caller's counterpart is the leader. */
export function gossip(
  call: ServerUnaryCall<Empty, ClusterInfo>,
  callback: sendUnaryData<ClusterInfo>,
): void {
  const member = new MemberInfo()
    .setInstanceId(new UUID().setString(instance))
    .setTimeStamp(String(BigInt(Date.now()) * TICKS_PER_MILLISECOND))
    .setState(MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(endPoint(call.getHost()));
  callback(null, new ClusterInfo().setMembersList([member]));
}
