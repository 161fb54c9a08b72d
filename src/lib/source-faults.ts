import { Sentences } from './sentences.ts'

/** Why a source or a picture can't be read, as it is stored behind its name; the bot has each in its members' languages. */
export const sourceFaults = new Sentences({
  retried: '{said}; it is retried until it passes',
  notTaken: 'what it gave could not be stored ({said}); the next poll takes it up again',

  redirected: '{address} answered {status} with a redirect to {target}; {next}',
  answered: '{address} answered {status}; {next}',
  noAnswer: '{address} did not answer within {seconds} s; {next}',
  unreachable: '{address} cannot be reached ({code}); {next}',
  nextPoll: 'the next poll tries again',
  nextWait: 'wait',
  nextAsked: 'it asks to wait {seconds} s',
  nextLogin: 'it needs a login, which this source does not have',
  nextAddress: 'check the address in the config',
  privateAddress:
    '{address} is, or leads to, a private address; check the address in the config, or set network.allowPrivate where that is meant',
  tooLarge: '{address} is larger than {size} and was not read',

  challenged:
    '{address} asks for a proof of being human; poll less often, or wait until it lets this machine through',
  brokenMarkup:
    '{address} is not a page of posts; look at it in a browser, its markup may have changed',
  cutOff: '{address} was cut off; the next poll asks again',
  ledAway:
    '{address} leads away from the posts; the name is a group, private or unknown, or has no preview',
  notAFeed:
    '{address} gave no RSS, Atom, RDF or JSON feed; open it in a browser and check the address',

  notOpened: 'the file cannot be opened ({code}); check the path and that it may be read',
  notAFile: 'it is not a file; name a file to read',
  notRead: 'the file cannot be read: {said}',
  gzip: 'it is packed with gzip; unpack it first',
  zip: 'it is a ZIP archive; unpack it first',
  utf16: 'it is UTF-16; save it as UTF-8',
  database: 'it is a database; import an export of it',
  markup: 'it is HTML or XML; export it as JSON',
  noRows:
    'no line of its beginning is a JSON object; JSON Lines, result.json and Telethon rows are read',

  badToken:
    "Telegram refuses the token ({answer}); copy the bot's token from @BotFather to TELEGRAM_BOT_TOKEN in the environment or .env",
  malformedToken:
    'the token has not the form 123456:ABC…; copy it from @BotFather to TELEGRAM_BOT_TOKEN in the environment or .env',
  otherReader: "another program reads this bot's updates ({answer}); stop it or delete its webhook",
  apiBusy: 'the Bot API asks to wait {seconds} s ({answer})',
  apiSilent: 'the answer tells no reason',
  apiFault: 'the Bot API has a fault of its own ({answer})',
  apiRefuses: 'the Bot API refuses ({answer}); check the token and bot.apiRoot',
  apiGarbled: 'the answer is not the JSON of a Bot API; check bot.apiRoot',
  apiUnreachable: 'the Bot API cannot be reached ({code})',
  apiNoAnswer: 'the Bot API did not answer within {seconds} s',
  webhookPort: 'the webhook can’t be served on {address} ({answer}); set another bot.webhook.port',

  pictureStatus: 'the server answers with status {status}',
  pictureOfBot: 'only the bot can fetch it, and it is off',
  noPhoto: 'it is no photo that can be read',
  noVideo: 'it is no video that can be read',
  pictureAttempts: 'it could not be looked at in {count} attempts',
  pictureFile: 'the file could not be written',
})

export type SourceFaultKey = keyof typeof sourceFaults.patterns
