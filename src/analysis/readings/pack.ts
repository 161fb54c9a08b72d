/** Numbers of 32, 16 and 8 bits, and a text beside them. */
export interface Unpacked {
  wide: Uint32Array
  medium: Uint16Array
  narrow: Uint8Array
  text: string
}

const headBytes = 16

/** Numbers and text as bytes, little-endian like every machine this runs on. */
export function pack({ wide, medium, narrow, text }: Unpacked): Uint8Array {
  const head = Uint32Array.of(wide.length, medium.length, narrow.length, 0)
  const parts = [head, wide, medium, narrow].map(bytesOf)
  return Buffer.concat([...parts, Buffer.from(text)])
}

/** What was packed, in arrays of their own. */
export function unpack(bytes: Uint8Array): Unpacked {
  // A buffer's own slice would not copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (from: number, length: number) => plain.slice(from, from + length).buffer
  const [wide = 0, medium = 0, narrow = 0] = new Uint32Array(at(0, headBytes))
  const mediumFrom = headBytes + wide * 4
  const narrowFrom = mediumFrom + medium * 2
  const textFrom = narrowFrom + narrow
  return {
    wide: new Uint32Array(at(headBytes, wide * 4)),
    medium: new Uint16Array(at(mediumFrom, medium * 2)),
    narrow: new Uint8Array(at(narrowFrom, narrow)),
    text: Buffer.from(
      bytes.buffer,
      bytes.byteOffset + textFrom,
      bytes.length - textFrom,
    ).toString(),
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array | Uint8Array) =>
  new Uint8Array(buffer, byteOffset, byteLength)
