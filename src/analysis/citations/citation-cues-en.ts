import { type CitationCues, phrases } from './citation-cue-lists.ts'

/** English. */
export const englishCues: CitationCues = {
  before: phrases(`
    according to; per; citing; cites; cited; quoting; quotes; told; tell; tells; telling; reported by;
    published by; obtained by; seen by; reviewed by; revealed by; cited by; quoted by; reports; writes;
    reported; speaking to; spoke to; interview with; interview to; statement to; shared with;
    report from; report in; report by; reports by; reports from; reporting by; reported on; said on;
    said in; confirmed to; comments to
  `),
  label: phrases(`
    source; sources; via; h t; ht; hat tip; credit; credits; originally from
  `),
  beforeHandle: phrases(`
    from; by; see; as; courtesy of; thanks to
  `),
  after: phrases(`
    reports; reported; reporting; says; said; writes; wrote; claims; claimed; quotes; quoted; cites;
    cited; citing; quoting; reveals; revealed; understands; has learned; has learnt; has reported;
    has seen; has confirmed; had reported; confirms; learned; tells; notes; adds; puts; estimates;
    exclusive; published; broke the story; correspondent*; sources say; source says; sources said;
    reporter*; is reporting
  `),
  afterOpening: phrases(`
    has; gives; counts; on; citing; via; quoting; from; source; sources
  `),
  relaying: phrases(`
    citing; quoting; cites; quotes; cited
  `),
  fillers: phrases(`
    the; a; an; agency; news; newspaper; daily; channel; outlet; website; site; broadcaster; network;
    magazine; tv; television; radio; state; state-run; run; media; local; now; also; just; earlier;
    meanwhile; since; then; our; colleagues; at; israel*; russia*; ukrain*; iran*; american; us;
    british; uk; lebanese; saudi; qatari; arabic; turkish; hebrew; public; and; wire; exclusively;
    today; correspondent*; by
  `),
  bodies: phrases(`
    agency; newspaper; magazine; channel; broadcaster; outlet; website; daily
  `),
  denials: phrases(`
    denied; denies; deny; denying; refuted; refutes; rejected; rejects; dismissed; dismisses;
    contrary to; debunk*; fake; false; no truth
  `),
}
