import { UUID } from './generated.ts';

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The 16 bytes of an id, or undefined when there is none or it is not a UUID. */
export function uuidBytes(id: UUID | undefined): Buffer | undefined {
  const structured = id?.getStructured();
  if (structured) {
    const bytes = Buffer.alloc(16);
    bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(structured.getMostSignificantBits())), 0);
    bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(structured.getLeastSignificantBits())), 8);
    return bytes;
  }
  const text = id?.getString() ?? '';
  return CANONICAL.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex') : undefined;
}

export function formatUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function structuredUuid(text: string): UUID {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  const halves = new UUID.Structured()
    .setMostSignificantBits(String(bytes.readBigInt64BE(0)))
    .setLeastSignificantBits(String(bytes.readBigInt64BE(8)));
  return new UUID().setStructured(halves);
}
