import { describeLeaks, describeRun } from '../../export/delivery/describe-run.ts'
import type { ToldReason } from '../../model/outgoing.ts'
import type { Refusal, Role } from '../../model/desk.ts'
import type { Sourcing } from '../../model/story.ts'
import type { Strength, StubState } from '../../model/stub.ts'
import type { Retold } from './retold.ts'
import type { TellTime, ToldEvent, ToldFlag } from './told.ts'

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const sourcing: Record<Sourcing, string> = {
  'single-source': 'single source',
  echoed: 'echoed',
  corroborated: 'corroborated',
  contested: 'contested',
  withdrawn: 'withdrawn',
}

const states: Record<StubState, string> = {
  draft: 'draft',
  'in-review': 'in review',
  approved: 'approved',
  exported: 'exported',
  held: 'held',
  killed: 'killed',
  corrected: 'corrected',
}

const strengths: Record<Strength, string> = { weak: 'weak', moderate: 'moderate', strong: 'strong' }

const roles: Record<Role, string> = { reader: 'reader', editor: 'editor', chief: 'chief' }

function refusal(why: Refusal): string {
  switch (why.code) {
    case 'no-stub':
      return 'There is no such stub. /drafts lists those there are.'
    case 'role':
      return `Only ${why.needs === 'chief' ? 'a chief' : 'an editor or a chief'} can do that. Nothing was changed.`
    case 'state':
      return `The stub is ${states[why.state]}, where that can't be done. Nothing was changed.`
    case 'not-in-story':
      return `${why.signal} is not in this story any more. Open the stub again.`
    case 'unknown-detail':
      return `“${why.detail}” is not among what is missing any more. Open the stub again.`
    case 'unknown-field':
      return 'That part is not in the stub any more. Open the stub again.'
    case 'too-long':
      return `That is too long: at most ${why.most} characters. Send a shorter one as a reply to the same message.`
    case 'empty':
      return 'There were no words in it. Reply again with the text.'
    case 'reason-missing':
      return 'A reason is needed. Reply again with one.'
    case 'nothing-reviewed':
      return 'Nobody has reviewed a signal of it yet. Review at least one before it is approved.'
    case 'withdrawn':
      return 'Every origin has withdrawn this. It can be killed, or its sourcing overridden with a reason.'
    case 'unchanged':
      return 'It is so already. Nothing was changed.'
    case 'nothing-to-undo':
      return 'The last thing done here was not yours, or can’t be undone. Nothing was changed.'
    case 'already-leaving':
      return 'It is on its way to the CMS already. Correct it or kill it instead.'
  }
}

/** What the bot says, in English; the other catalogues have the same keys. */
export const en = {
  sourcing,
  states,
  strengths,
  roles,
  refusal,
  /** What the analysis calls a detail that origins disagree on, or that none states. */
  detail: (name: string) => name,
  /** What is stored in English is told as it stands. */
  retold: undefined as Retold | undefined,
  channelEvent: (({ words }) => words) as (event: ToldEvent, time: TellTime) => string,
  flag: (flag: ToldFlag) => flag.words,
  signals: (count: number) => counted(count, 'signal'),
  channelsCount: (count: number) => counted(count, 'channel'),
  origins: (count: number) => (count === 1 ? '1 origin' : `at most ${count} independent origins`),
  stories: (count: number) => counted(count, 'story', 'stories'),
  /** From one thing to another, in the direction of reading. */
  arrow: '→',
  ago: (age: string) => `${age} ago`,
  and: (count: number) => `… and ${count.toLocaleString('en')} more`,

  stranger: (id: number) =>
    `This is a newsroom's desk. You are not a member of it. Your Telegram id is ${id}; a chief of the desk can add you with it.`,
  unknownCommand: (name: string) => `There is no command /${name}. /help lists what I can do.`,
  needsRole: (role: Role) =>
    `Only ${role === 'chief' ? 'a chief' : 'an editor or a chief'} can do that.`,
  fault: (id: string) =>
    `Something went wrong on my side, and nothing was changed. Tell the engineer: ${id}`,
  staleButton: 'This button is too old. Ask for the screen again: /help',
  notYourButton: 'This screen is somebody else’s. Ask for your own: /help',
  badStory: 'Which story? Give its number, such as /story 12. /wire lists them.',
  noStory: (story: number) => `There is no story ${story}. /wire lists the latest.`,
  noStub: (story: number) =>
    `Story ${story} has no draft: one weak report is not drafted by itself. /story_${story} shows it.`,
  unsupported: 'I can’t read that. Send a command, words to search for, or forward a post.',

  help: {
    title: 'What I can do',
    query: 'Ask',
    review: 'Review',
    told: 'Be told',
    desk: 'Desk',
    forward: 'Forward a post to me and I tell you what it is.',
    plain: 'Plain words search.',
    commands: {
      wire: 'latest stories: /wire 6, /wire contested',
      story: 'one story, its sources and conflicts',
      signals: 'the posts of a story',
      tree: 'who took it from whom, as a picture',
      search: 'words "a phrase" lang:ru channel:x since:2026-07-01',
      explain: 'why two posts are, or are not, one story',
      channels: 'what the desk listens to',
      channel: 'one channel: how often first, whom it copies',
      stub: 'a draft as it stands',
      drafts: 'drafts that wait for the desk',
      status: 'how I am doing',
      review: 'open a draft to work on it',
      watch: 'words, story 12, channel x, corroboration 12, digest',
      watches: 'what you are told of, and how to end it',
      quiet: 'hours in which I keep silent: /quiet 23:00-07:00, /quiet off',
      member: 'add, remove or list members',
      log: 'who did what',
      undo: 'take back what you did last',
      export: 'what goes to the CMS, and what is stuck; /export 12 dry shows what would leave',
      language: 'English, עברית or Русский',
      help: 'this list',
    },
  },

  language: { choose: 'Which language?', chosen: 'I speak English to you now.' },

  wire: {
    title: (hours: number) => `The wire, last ${hours} h`,
    none: (hours: number) => `Nothing in the last ${hours} hours. /wire_72 looks further back.`,
    badSourcing: (given: string) =>
      `I don't know “${given}”. Give hours or one of: single-source, echoed, corroborated, contested, withdrawn.`,
  },

  story: {
    origins: 'Origins',
    conflicts: 'Origins disagree',
    notStated: 'Not stated',
    suggested: 'Perhaps the same event',
    decided: 'Editors decided',
    noWords: '(no words)',
    returned: (age: string) => `Old post come back: first posted ${age} before`,
    openSignals: 'Signals',
    openTree: 'Tree',
    openStub: 'Stub',
    openReview: 'Review',
    watch: 'Watch',
    watchOrigin: 'Tell me of a second origin',
    first: 'first',
    withdrawn: 'withdrawn',
    stated: 'stated',
    denied: 'denied',
  },

  pair: {
    open: (other: number) => `Same as #${other}?`,
    title: 'Is this one event?',
    likeness: (score: string) => `Likeness ${score}`,
    effect:
      'One event: both become one story, and its origins are counted together. Not one: they stay apart, whatever comes. Both can be taken back.',
    join: 'One event',
    part: 'Not one',
    joined: 'Joined',
    parted: 'Kept apart',
    tied: 'A forward, a copy, a citation or a translation ties them, which no decision undoes.',
    moved: 'These stories have changed since. Open the story again.',
    withdraw: (number: number) => `Take decision ${number} back`,
    withdrawn: 'Taken back.',
    withdrawnBefore: 'That had been taken back already.',
  },

  signal: {
    edited: (version: number) => `edited ${version}×`,
    deleted: 'deleted',
    maybeDeleted: 'gone from its channel',
    forward: 'forward of',
    copy: 'copy of',
    cite: 'cites',
    translation: 'translation of',
    variant: 'like, but not taken from',
    open: 'open',
    own: 'own words',
    media: 'media without words',
    notFetched: 'not looked at',
  },

  search: {
    none: 'Nothing found. Fewer words, or a beginning such as missil*, find more.',
    empty:
      'What shall I look for? For example: /search drone "power station" lang:uk since:2026-07-01',
    badSince: (given: string) => `“${given}” is no date. Write since:2026-07-01.`,
    title: (count: string) => `Found: ${count}`,
  },

  explain: {
    usage: 'Which two posts? For example: /explain alpha/7 beta/9, or two t.me links.',
    unknown: (key: string) =>
      `I have no post ${key}. Give its channel and number, such as alpha/7, or its t.me link; /signals shows the links of a story.`,
    same: 'These are one and the same post.',
    waiting: 'One of them is not judged yet. Try again in a moment.',
    linked: 'linked',
    oneStory: 'one story',
    oneOrigin: 'one origin',
    yes: 'yes',
    no: 'no',
    feature: (name: string) => name,
    event: (kind: string) => kind,
    by: {
      forward: 'a forward',
      copy: 'a copy',
      cite: 'a citation',
      translation: 'a translation',
      variant: 'alike, but not taken from it',
      reply: 'a reply',
      withdrawal: 'a withdrawal',
      'same forward': 'both forward one post',
      likeness: 'likeness',
      editor: 'an editor',
    },
    path: 'How one leads to the other',
    likeness: (score: string) => `Likeness ${score}`,
  },

  channels: {
    title: (count: number) => counted(count, 'channel'),
    last: 'last',
    noPost: 'no post yet',
    notYet: 'How it stands to the others is still being worked out; ask again in a minute.',
    reliability: (grade: string) => `reliability ${grade}`,
    usage: 'Which channel? For example: /channel osintdefender',
    none: (name: string) => `I know no channel “${name}”. /channels lists them.`,
    posts: (count: number) => counted(count, 'post'),
    firstOf: (first: number, shared: number) =>
      `first in ${first} of ${counted(shared, 'story', 'stories')} that others carry too`,
    copies: (from: string, count: number, posts: number, lag: string) =>
      `took from ${from} in ${count} of ${counted(posts, 'post')}${lag === '' ? '' : `, ${lag} later`}`,
    owner: 'owner',
    outlet: 'news outlet',
    notConfigured: 'not configured',
  },

  drafts: {
    title: (count: number) => `${counted(count, 'draft')} for the desk`,
    none: 'No drafts wait.',
  },

  status: {
    title: 'Desk status',
    stored: (signals: number, stories: number) =>
      `${counted(signals, 'signal')} in ${counted(stories, 'story', 'stories')}`,
    sources: (good: number, all: number) =>
      `${good} of ${counted(all, 'source')} answered last time`,
    noGaps: 'Nothing is missing',
    gaps: (count: number) => `${counted(count, 'gap')}: posts may be missing`,
    failing: 'Failing',
    quarantined: (count: number) => `${counted(count, 'post')} could not be read`,
    waiting: (count: number) => `${counted(count, 'payload')} not taken in yet`,
    size: (mb: number) => (mb < 1 ? 'database under 1 MB' : `database ${Math.round(mb)} MB`),
  },

  gaps: {
    since: (at: string) => `since ${at}`,
    ids: (count: number) => `${count.toLocaleString('en')} post numbers`,
    unread: 'not read yet',
    skipped: 'numbers left out: deleted, or notices of the platform itself',
    missed: 'posts missed',
    failed: 'source down',
    stopped: 'Intake was not running',
  },

  handIn: {
    reading: 'Taken in. Judging …',
    fresh: 'New: nobody had it before.',
    known: (key: string) => `I had it already: ${key}`,
    inStory: (story: number) => `In story ${story}`,
    noPost: 'This forward names no channel and post that it comes from, so I can’t take it in.',
    readersCannot: 'Only editors and chiefs can hand in posts.',
  },

  card: {
    reviewed: (done: number, all: number) => `${done} of ${all} reviewed`,
    asides: (count: number) => `${count} set aside`,
    review: 'Review signals',
    edit: 'Edit',
    state: 'Mark as stated',
    source: 'Sourcing',
    submit: 'Submit',
    approve: 'Approve',
    hold: 'Hold',
    resume: 'Take up again',
    kill: 'Kill',
    correct: 'Correct',
    undo: 'Undo',
    page: 'Page',
    publicVersion: 'Public version',
    back: '◀ Back',
    seen: 'Seen',
    changedBeneath: 'Changed beneath it',
    outdated: 'Edited over words that have changed since',
    unsupportedWords: (found: string) => `Look again: in no signal of the story: ${found}`,
    because: 'Because',
    correcting: 'Being corrected',
    done: 'Done',
    undone: 'Undone',
    anyway: 'Do it all the same',
    changed: 'Somebody was here before you. Nothing of yours was done yet:',
    yourText: 'Your text',
    newVersion: 'the story has changed, and the draft with it',
    fields: {
      headline: 'Headline',
      tldr: 'TL;DR',
      beat: 'Beat',
      form: 'Form',
      topic: 'Topic',
      strength: 'Strength',
    } as Record<string, string>,
    paragraph: (number: number) => `Paragraph ${number}`,
    takeBack: 'Take my edit back',
    reviewedMark: 'Reviewed',
    setAside: 'Set aside',
    unread: 'Not reviewed',
    name: 'Name its channel',
    unname: 'No longer name it',
    named: 'named by permission',
    endOverride: 'End the override',
    nothingMissing: 'Nothing is listed as missing.',
    acts: {
      review: 'marked a signal',
      edit: 'edited',
      name: 'permitted a name',
      unname: 'withdrew a name',
      'mark-stated': 'marked a detail as stated',
      'override-sourcing': 'changed the sourcing',
      submit: 'submitted it',
      approve: 'approved it',
      hold: 'held it',
      resume: 'took it up again',
      kill: 'killed it',
      correct: 'opened it for correction',
      exported: 'it was exported',
      seen: 'looked at changes',
      undo: 'undid something',
      join: 'made two stories one',
      part: 'kept two stories apart',
      withdraw: 'took back a decision on stories',
      'member-add': 'added a member',
      'member-remove': 'removed a member',
      'hand-in': 'handed in a post',
      'send-on': 'had stopped deliveries tried again',
      watch: 'wants to be told',
      unwatch: 'ended a watch',
      quiet: 'set quiet hours',
      language: 'chose a language',
    } as Record<string, string>,
  },

  ask: {
    headline: 'Reply to this message with the new headline, at most 110 characters.',
    text: (what: string) => `Reply to this message with the new text for: ${what}`,
    name: 'Reply with the reason why its channel may be named for this claim.',
    stated: 'Reply with where it is stated.',
    override: 'Reply with the reason.',
    hold: 'Reply with the reason why it is held.',
    kill: 'Reply with the reason why it is killed.',
    correct: 'Reply with what is wrong in it.',
    now: 'It now reads:',
    nothing:
      'That message asks for nothing now. Press the button for what you want to change, and reply to the question that comes. To search, send words that are no reply.',
    notYours: 'That question was not for you. Open the stub yourself: /review',
  },

  watch: {
    usage:
      'What shall I watch?\n/watch drone Kharkiv\n/watch story 12\n/watch channel osintdefender\n/watch corroboration 12\n/watch digest',
    on: 'I will tell you here.',
    list: 'You are told of',
    none: 'You watch nothing. /watch tells how.',
    end: 'End',
    ended: 'Ended.',
    gone: 'That watch had ended already.',
    words: (words: string) => `posts with: ${words}`,
    story: (story: number) => `story ${story}`,
    channel: (channel: string) => `channel ${channel}`,
    corroboration: (story: number) => `a second origin for story ${story}`,
    digest: 'the digest of each desk window',
    alreadyCorroborated: (story: number) => `Story ${story} has more than one origin already.`,
  },

  quiet: {
    off: 'You have no quiet hours. /quiet 23:00-07:00 sets them.',
    set: (from: string, to: string) =>
      `I keep silent from ${from} to ${to}, desk time, and tell you after. /quiet off ends that.`,
    ended: 'Quiet hours are off.',
    bad: 'Write hours as 23:00-07:00, or off.',
  },

  member: {
    usage: '/member list\n/member add 123456789 editor Dana\n/member remove 123456789',
    added: (name: string, role: string) => `${name} is a member now: ${role}.`,
    removed: (name: string) => `${name} is no longer a member.`,
    badId: (given: string) =>
      `“${given}” is no Telegram id. It is a number, which I tell a person who writes to me.`,
    badRole: (given: string) => `“${given}” is no role. Roles are reader, editor and chief.`,
    noName: 'Give the member a name too: /member add 123456789 editor Dana',
    unknown: (id: number) => `${id} is not a member.`,
    fromConfig: (name: string) => `${name} stands in the configuration, and is changed there.`,
    list: 'Members',
  },

  /** What happened to the bot itself, for chiefs. */
  standing: {
    added: (chat: string, by: string) => `${by} added me to ${chat}.`,
    promoted: (chat: string, by: string) =>
      `${by} made me an administrator of ${chat}: what is posted there reaches me now.`,
    demoted: (chat: string, by: string) =>
      `${by} took from me the rights of an administrator in ${chat}: its posts may reach me no more.`,
    removed: (chat: string, by: string) => `${by} removed me from ${chat}.`,
  },

  notice: {
    growth: (because: string) => `Watched: ${because}`,
    turn: (from: string, to: string) => `Sourcing: ${from} → ${to}`,
    flags: 'A stub that you worked on has changed beneath',
    stopped: (target: string) => `It stopped on its way to ${target}`,
    channel: (channel: string) => `Channel ${channel}`,
    digest: (span: string) => `Digest ${span}`,
    health: {
      unwell: (since: string) => `The desk needs somebody, since ${since}`,
      well: (since: string, until: string) =>
        `All is well again. Trouble from ${since} to ${until}.`,
      source: (source: string, since: string) =>
        `${source} can’t be read; the last time was ${since}`,
      disk: (mb: number) =>
        `The disk is nearly full: less than ${mb + 100} MB are free. Make room, or posts can’t be stored.`,
      deliveries: (count: number) =>
        `${counted(count, 'delivery', 'deliveries')} to the CMS stopped and ${count === 1 ? 'waits' : 'wait'} for somebody: /export`,
      damage: (count: number) =>
        `The nightly check of the database found ${counted(count, 'fault')}. Tell the engineer: intake verify lists them.`,
      judging: (since: string) =>
        `Posts come in, but judging them has failed since ${since}: no story or draft changes. Tell the engineer: the log says why.`,
      polls: (count: number) =>
        `${counted(count, 'source', 'sources')} ${count === 1 ? 'is' : 'are'} due, and being asked has not come to an end for over two hours. Tell the engineer: a restart of Intake may help.`,
    },
    digestNone: 'Nothing was drafted or carried by several channels.',
  },

  export: {
    title: 'To the CMS',
    none: 'Nothing has been approved for the CMS yet.',
    noTarget:
      'No target is configured, so nothing leaves for a CMS. Whoever runs Intake names one in export.targets of intake.yaml.',
    dryRun: 'What would leave',
    resume: 'Try again',
    resumed: (count: number) => `${counted(count, 'delivery', 'deliveries')} will be tried again.`,
    reason: ({ words }: ToldReason): string => words,
    run: describeRun,
    leaks: describeLeaks,
    states: {
      queued: 'waits',
      sending: 'on its way',
      done: 'stands there',
      stopped: 'stopped',
      superseded: 'a later edition took its place',
      recalled: 'taken back',
    },
  },

  undo: {
    last: 'The last thing you did:',
    before: 'Before that:',
    take: 'Take it back',
    none: 'You have done nothing lately that could be taken back.',
    gone: 'That had been taken back already. Nothing was changed.',
    later:
      'Somebody has worked on that draft since, or the desk has sent it on, so it can’t be taken back from here.',
    handIn: 'What was handed in stays: the desk keeps everything that came in.',
    sentOn: 'What was sent on to the CMS can’t be called back: correct or kill the dispatch.',
  },

  log: { title: 'Who did what', none: 'Nobody has done anything yet.' },
}
