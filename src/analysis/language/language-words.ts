/** The commonest words of each language, in lower case; shared ones speak for each that has them. */
const commonWords: Readonly<Record<string, string>> = {
  en: `the of and to in is was for that with on as it by from at are this be were has have had not
    they which an or but their his her its he she you we been one also all after would there who more
    can will said other when what up about into over than these only no new if may out some our my`,
  fr: `de la le les et des en du un une est que dans qui pour par sur au pas plus avec ce ne se son
    sont il elle ont été aux cette mais ou comme nous vous leur être fait sa ses d l qu n s c tout on
    entre après aussi deux très sans même je peut était ces`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an
    werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war
    haben nur oder aber vor zur bis mehr durch man wir ich kann diese wenn sein wurde unter`,
  es: `de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o
    este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos
    durante todos uno les ni contra otros ese eso fue ha son está era han ser es`,
  tr: `ve bir bu da de için ile çok olarak daha olan gibi en kadar sonra ne var ama o ise ya her
    olduğu değil mi ki göre yeni iki büyük ilk tarafından ancak şey ben sen biz onun bunu böyle şu
    oldu etti dedi hem veya`,
  ru: `и в не на что я с он а как это по но они к у ты из мы за вы так же от сказал о для его бы
    был только все мне была еще ещё уже когда ли или до если при их чтобы было быть во со нет после
    под себя себе свою свой своей своих свои нам нас вам вас ваш наш мой тот тем чем меньше больше
    первый первая первые второй однако затем наконец никто ничего часто часть между перед хотя всё всего
    время раз года лет году два три один одна одной другие других другой многие новый новая люди людей
    человек можно нужно надо будет будут мочь могут стал стала стали является находится кто что-то тогда
    сейчас здесь там потом почему именно около против вместе согласно пор ним них нему ней том же ли
    этого который которые также более может того том этом были через очень где без она`,
  uk: `і в не на що з та у до це як за від але він по про й для я ти ми ви вони його її так ще був
    була було були також які який яка після над при коли або чи вже тільки якщо щоб через їх під
    себе собі свою свій своєї своїх свої нам нас вам вас ваш наш мій той тим чим менше більше перший
    перша перші другий однак потім нарешті ніхто нічого часто частина між перед хоча все всього час раз
    року років році два дві три один одна однієї інші інших інший багато новий нова люди людей людина
    можна треба буде будуть може можуть став стала стали є хто тоді зараз тут там чому саме близько проти
    разом згідно відповідно них ньому ним ній даний вони ніж лише навіть завдяки підчас під на
    та між ж бути може цього цей ця де без є із зі`,
  be: `і ў не на што з да як у па за гэта але ён яна яны мы вы ад для я ты яго яе так яшчэ быў была
    было былі таксама якія які якая пасля над пры калі або ці ўжо толькі каб праз іх пад паміж
    сябе сваю свой сваёй сваіх нам нас вам вас ваш наш мой той тым чым менш больш першы першая другі
    аднак потым нарэшце ніхто нічога часта частка перад хоць усё усяго час раз года гадоў годзе два дзве
    тры адзін адна іншыя іншых іншы шмат новы новая людзі людзей чалавек можна трэба будзе будуць могуць
    стаў стала сталі з'яўляецца хто тады зараз тут там чаму менавіта каля супраць разам паводле іх ім
    можа гэты гэтая дзе без са яму ды вельмі`,
  bg: `на и в за от да се е с не са по че като до който ще си или при има които но себе си свой своя своите ни ви ваш наш мой този онзи преди по-малко повече първият първата втория
    обаче след накрая никой нищо често част между пред макар всичко време път години година два две три
    един една други друг много нов нова хора хората човек трябва ще бъде бъдат могат стана станаха кой
    тогава сега тук там защо именно около срещу заедно според им него нея тях както докато чрез където
    бяха беше е са сме сте
    това през най
    след бъде може един една му беше която също само те той тя ги им аз ние вие защото във със към
    няма съм били бил между още много когато така този тази тези`,
  ar: `في من على أن إلى التي عن مع الذي هذا هذه كان ما لا قد بعد أو كما كل بين ذلك قبل عند لم هو
    هي إن حيث حتى كانت منذ خلال ولا وقد إذا أي غير هناك ثم لن وفي ومن اليوم أنه أنها وهو وهي تم عليه
    فيها به بها له لها الى`,
  fa: `و در به از که این را با است برای آن یک خود تا بر هم شد می ها های شده بود کرد اما نیز او
    باید ما کند شود کرده دارد هر یا اگر پس بین هستند داد وی گفت سال آنها نمی شما من چه همه بی دو
    توسط درباره هیچ نیست`,
  ur: `کے میں کی ہے اور سے کا کو اس پر کہ ہیں نے ایک بھی یہ جو کر تھا ہو گیا وہ کیا ان نہیں تو تھی
    اپنے لیے ہوئے گئی ہی تک بعد ساتھ یا تھے کچھ دیا جس جا رہا رہے ہوا ہونے والے دو کوئی ہوتا`,
  he: 'של את על לא הוא זה עם כי גם היא אני יש מה אם כל אך או בין כמו רק היה עד לפי',
  it: 'di che e la il un a per in una mi sono ho non ma lo ha con ti si è della del nel alla dei gli anche più come',
  pt: 'de que e o a do da em um para é com não uma os no se na por mais as dos como mas ao ele das à seu sua ou também são',
  pl: 'w i na z do się nie to jest że o jak po za od przez dla ale czy tylko być już są który jego oraz tym',
  nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij nog naar uit worden',
  sr: 'и је у да на се за од са су које као није али што по о који до из или би ће',
}

/** Languages that have the word among their commonest. */
export const languagesOfWord: ReadonlyMap<string, readonly string[]> = invert()

function invert(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [language, list] of Object.entries(commonWords)) {
    for (const word of new Set(list.split(/\s+/))) {
      found.set(word, [...(found.get(word) ?? []), language])
    }
  }
  return found
}
