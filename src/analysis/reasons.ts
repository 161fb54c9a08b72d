import { Sentences } from '../lib/sentences.ts'

/**
 * What the analysis says of its judgements, as it is stored and dumped: never changed in what it says, as those of
 * before are read by it. The bot has each in its members' languages.
 */
export const reasons = new Sentences({
  forward: 'The platform declares it a forward of {post}.',
  forwardOfPostElsewhere:
    'The platform declares it a forward from {name}, post {id}, which is not stored.',
  forwardElsewhere: 'The platform declares it a forward from {name}, which is not stored.',

  cited: 'Says so: "{words}" ({rule}).',
  citedForLikest: 'Of its posts this has most in common.',
  citedForOnly: 'Its only post in {hours} hours.',
  citedNotStored: 'The post itself is not stored.',

  variant: 'The same words, but "{is}" where the other has "{was}".',
  sameText: 'The same text.',
  cutText: 'A cut of the text: {percent} % of its words stand there in the same order.',
  embeddedText: 'Holds {percent} % of the text inside a longer post.',
  nearText: 'Nearly the same text: {percent} % of the three-word runs of both are shared.',
  rewordedText:
    'Nearly the same short text: {percent} % of its words stand there in the same order.',
  quotedText: 'Holds the whole of the short text, as lines of its own.',
  begunText: 'The beginning of the text, broken off.',
  knownFromForward: 'The text is known from {post}, a forward of it.',

  ownDispatch:
    "Carries the desk's own dispatch {dispatch} of {date}: {percent} % of its words stand there.",
  saidAgain: 'Says it again in nearly the same words: {percent} % by weight.',
  habit: 'And {said}.',
  copiedInTime:
    '{channel} copied {source} in {copied} of its last {posts} posts, in {lag} at the median',
  copied: '{channel} copied {source} in {copied} of its last {posts} posts',
  translation: 'The same in {lang} as in {otherLang}: {terms} agree, in texts of like length.',

  joinedByEditor: 'Joined by an editor.',
  reply: 'A reply to {post}.',
  takesBack: 'Takes back what {post} said.',
  bothForward: 'Both forward {post}.',

  otherOrigins:
    '{post} ends at {origins}, {other} at {otherOrigins}; no link between these was found, so they count as different origins.',
  oneOwner: 'Both end at {origins}: channels of one owner are one origin.',
  oneOrigin: 'Both end at {origins}: one origin.',
  noOrigin: 'nothing known',

  alike: 'Likeness {score}; in common: {terms}.',
  littleAlike: 'Little alike.',
  hoursApart: 'More than {hours} hours apart.',
  noReport: 'One of them is no report.',
  remembers: 'One of them remembers something past.',
  alertAgain: 'An alert that its channel sounds again is another alert.',
  oneTemplate: 'One template: "{is}" where the other has "{was}".',

  contradiction: 'They contradict each other: {said}',
  opposites: '"{words}" against "{otherWords}".',
  negation: '"{words}" where the other says it without "not".',
  otherCount: '{value} against {otherValue} of the same.',
  otherNation: 'Alike but for "{words}" and "{otherWords}".',

  ofPair: '{post} and {other}: {said}',

  letterRuns: 'runs of three, by rarity',
  noFigures: 'none',
  tooShort: 'too short to ask for',
  namesOfBoth: 'each has those of the other’s headline',
  missingNames: 'missing {terms}',
  nothingTelling: 'nothing telling',
  fewTelling: '{found} telling of at least {least}',
  hoursBetween: '{hours} h apart',
  oneVoice: 'one outlet or owner',
})

export type ReasonKey = keyof typeof reasons.patterns
