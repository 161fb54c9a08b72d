/** One file of an archive; the path is relative, with `/` between its parts. */
export interface TarFile {
  path: string
  content: string | Uint8Array
}

const block = 512

/** A POSIX ustar archive, byte-identical for the same files and time. Paths have at most 100 bytes. */
export function* writeTar(files: Iterable<TarFile>, modifiedAt: Date): Generator<Uint8Array> {
  for (const { path, content } of files) {
    const body = typeof content === 'string' ? Buffer.from(content) : content
    yield header(path, body.length, modifiedAt)
    yield body
    yield Buffer.alloc((block - (body.length % block)) % block)
  }
  yield Buffer.alloc(2 * block)
}

function header(path: string, size: number, modifiedAt: Date): Buffer {
  if (Buffer.byteLength(path) > 100)
    throw new RangeError(`a path is longer than 100 bytes: ${path}`)
  const bytes = Buffer.alloc(block)
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  bytes.write(path, 0)
  bytes.write(octal(0o600, 8), 100)
  bytes.write(octal(0, 8), 108)
  bytes.write(octal(0, 8), 116)
  bytes.write(octal(size, 12), 124)
  bytes.write(octal(Math.floor(modifiedAt.getTime() / 1000), 12), 136)
  // The sum is taken with spaces in its own place.
  bytes.write(' '.repeat(8), 148)
  bytes.write('0', 156)
  bytes.write('ustar\0' + '00', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}
