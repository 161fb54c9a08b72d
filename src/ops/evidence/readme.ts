import type { Story } from '../../model/story.ts'

/** What each file of an archive of evidence is, and how to verify it. */
export const readme = (
  { story }: Story,
  at: Date,
): string => `Evidence of story ${story}, packed ${at.toISOString()}

INTERNAL: this names channels that the desk keeps to itself.

report.txt, report.html   the story as the desk sees it
story.json                the same for machines
signals.jsonl             each post as it stands: text, and what the chain has the hash of
revisions.jsonl           each version of an edited post
media.jsonl               photos and videos by kind, address and, where known, SHA-256
pictures.jsonl, pictures/ photos that were fetched, with SHA-256 and perceptual hash; the files where they are kept
payloads.jsonl, payloads/ the raw bytes as received, with SHA-256 and time
chain.jsonl               the chain of hashes from before the first of these to its end

To verify, in this folder:

  sha256sum -c SHA256SUMS
  node verify.mjs

The second also follows the chain, and compares rows and bytes with it. It needs Node and nothing else. The
last entry that it names can be compared with one that the desk noted elsewhere at the time. The report and
story.json are what the desk made of the posts: the chain does not speak for them.
`
