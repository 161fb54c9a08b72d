import { type Answer, refused } from './target.ts'

const passing: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the quota of this user is used up; make room',
  EBUSY: 'it is busy',
  EIO: 'the disk does not answer; see to it',
  ESTALE: 'the network drive went away',
  EMFILE: 'too many files are open',
}

const lasting: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there; give write access to it',
  EPERM: 'this user may not write there; give write access to it',
  EROFS: 'it is mounted for reading only',
  ENOTDIR: 'a part of the path is a file; correct the path in the config',
  EEXIST: 'a file stands where a folder should; correct the path in the config',
  EISDIR: 'a folder stands where a file should; move it away',
  ENOTEMPTY: 'a folder of that name holds other files; move them away',
  ENOENT: 'it is not there; make the folder, or correct the path in the config',
  ENAMETOOLONG: 'a name is too long for this disk',
}

/** Why a folder could not be read or written; throws on what is no fault of the disk. */
export function explainFileFault(
  name: string,
  folder: string,
  cause: unknown,
): Exclude<Answer<never>, { kind: 'done' }> {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const temporary = passing[code]
  if (temporary !== undefined) {
    const words = `${name}: ${folder} can't be written (${code}): ${temporary}; it is tried again`
    const detail = `${folder} (${code})`
    return {
      kind: 'retry',
      reason: { code: code === 'ENOSPC' ? 'disk-full' : 'disk', words, detail },
    }
  }
  const next = lasting[code]
  if (next === undefined) throw cause
  const words = `${name}: ${folder} can't be used (${code}): ${next}, then resume`
  return refused('not-writable', words, `${folder} (${code})`)
}
